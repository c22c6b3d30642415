"""Reports are hostile input: whatever stands in them, what a person sees of a record steers no terminal."""

import re
from collections.abc import Callable
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.console import RenderableType

from ranke.answers import (
    AccountRow,
    ActivityRow,
    ActorRow,
    Changes,
    ClaimRow,
    ConflictRow,
    ConflictSide,
    DeedRow,
    Dossier,
    DoubtRow,
    DoubtSide,
    EdgeRow,
    EventRow,
    Evidence,
    Found,
    JudgementRow,
    Mark,
    NameCount,
    Network,
    NodeRow,
    Overview,
    PartnerRow,
    PeriodRow,
    PlaceRow,
    Relation,
    ReportRow,
    ReportText,
    RoleRow,
    Rows,
    StanceRow,
    StatementRow,
    Story,
    StoryRow,
    TurningPoint,
    Who,
    Why,
)
from ranke.views.changes import changes_view
from ranke.views.dossier import dossier_view
from ranke.views.doubts import review_view
from ranke.views.judgements import judgements_view
from ranke.views.marked import report_text_view
from ranke.views.relation import relation_view
from ranke.views.search import search_view
from ranke.views.stories import stories_view, story_view
from ranke.views.surveyed import network_view, overview_view
from ranke.views.why import why_view

STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def _views(odd: str, event: EventRow) -> list[RenderableType]:
    """Return every view, with the same odd text wherever a report, a reading or a person may bring one in."""
    who, told = Who(odd, odd), Evidence(odd, odd, odd, 3, 3 + len(odd), odd)
    events = Rows([event])
    said = Rows([StatementRow(odd, odd, who, who, (who,), (who,), "direct", told)])
    stances = Rows([StanceRow(who, odd, "positive", odd, told)])
    claims = Rows([ClaimRow((who, who), "good", odd, who, (who,), told)])
    deeds = (DeedRow(odd, event, event),)
    conflicts = Rows([ConflictRow(odd, odd, "AID", odd, "update", (ConflictSide(odd, (told,)),))])
    account = AccountRow(
        odd, "AID", "happened", odd, (who,), (who,), odd, True, (who,), odd, odd, ("source",), 0.5, (4, 9), told  # noqa: FBT003
    )  # fmt: skip
    judgements = (JudgementRow(1, odd, odd, (odd,), odd, odd, odd, odd, odd),)
    partners, story = (PartnerRow(who, 1, 1, 0),), StoryRow(odd, odd, odd, odd, 1, 1)
    dossier = Dossier(
        who, "person", odd, odd, odd, odd, 1, (NameCount(odd, 1),), (RoleRow(odd, odd, odd, odd, told),), partners,
        events, said, said, stances, claims, deeds, (NameCount(odd, 1),), (who,),
    )  # fmt: skip
    periods = (PeriodRow(odd, 1, 1, 0, 1.0, 1.0),)
    turns = (TurningPoint(odd, odd, who, (who,), told),)
    return [
        dossier_view(dossier),
        relation_view(Relation(who, who, (who,), (who,), periods, turns, claims, events, said, stances)),
        stories_view([story]),
        story_view(Story(story, (ReportRow(odd, odd, odd, odd, odd, odd, (odd,)),), partners, events)),
        why_view(Why(event, (account,), tuple(conflicts), judgements, deeds)),
        search_view([Found(odd, odd, odd, odd, 0, 9, odd, (odd,))], odd),
        changes_view(Changes(odd, events, events, conflicts, (who,))),
        judgements_view(judgements),
        *_surveyed(odd, event),
    ]


def _surveyed(odd: str, event: EventRow) -> list[RenderableType]:
    """Return the views of a whole record, of one report and of what is in doubt."""
    who, told = Who(odd, odd), Evidence(odd, odd, odd, 3, 3 + len(odd), odd)
    actors = (ActorRow(who, "person", odd, odd, odd, odd, 1, 1),)
    report = ReportRow(odd, odd, odd, odd, odd, odd, (odd,))
    marks = (Mark(0, 1, "actor", odd, odd, odd, (who,)), Mark(0, len(odd), "trigger", odd, odd, odd, (who,)))
    none: Rows[Any] = Rows()
    return [
        overview_view(
            Overview(
                1, 1, 1, odd, odd, (NameCount(odd, 1),), actors, (ActivityRow(odd, 1, 1, 1, 0),),
                (PlaceRow(odd, odd, 1.0, 1.0, 1),), (StoryRow(odd, odd, odd, odd, 1, 1),), (event,),
            )
        ),
        network_view(Network(who, (NodeRow(who, odd, odd, odd, 1),), Rows([EdgeRow(who, who, 1, 1, 0, 1.0)]))),
        report_text_view(ReportText(report, odd, odd, odd, marks, Rows([event]), none, none, none)),
        review_view([DoubtRow(odd, "event", odd, odd, (DoubtSide(odd, odd, (odd,), 1, (told,)),), event)]),
    ]  # fmt: skip


@example(odd="a\x1b[2J\u202eb\x9b\x07", width=100)
@example(odd="2019-W99", width=100)
@settings(deadline=None)
@given(odd=st.text(min_size=1), width=st.integers(min_value=20, max_value=300))
def test_no_text_steers_the_terminal(
    odd: str, width: int, event_row: Callable[..., EventRow], written: Callable[..., str]
) -> None:
    """Any text at all can be shown at any width, and leaves nothing that moves the cursor or turns the writing."""
    who = (Who(odd, odd),)
    told = Evidence(odd, odd, odd, 0, len(odd), odd)
    event = event_row(id=odd, date=odd, sources=who, attribution=who, place=odd, evidence=told, known=odd, reports=2)
    for view in _views(odd, event):
        assert not STEERING.search(written(view, width=width))
