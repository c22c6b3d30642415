from collections.abc import Callable
from dataclasses import replace

from ranke.answers import Dossier, EventRow, Evidence, NameCount, PartnerRow, RoleRow, Rows, Who
from ranke.views.dossier import dossier_view

type Written = Callable[..., str]


def _bare(who: Who) -> Dossier:
    return Dossier(
        who=who, kind="person", country="NOR", sector="GOV", first="2020-03-03", last="2020-04-01", reports=2,
        names=(), roles=(), partners=(), events=Rows(), said=Rows(), said_about=Rows(), stances=Rows(),
        relations=Rows(), deeds=(), sources=(), namesakes=(),
    )  # fmt: skip


def test_head_says_who_it_is(ada: Who, written: Written) -> None:
    """Kind, sector, country, in how many reports, when, and the id to ask for; nothing else where nothing is held."""
    head, facts, *rest = written(dossier_view(_bare(ada))).split("\n")
    assert head.startswith("Ada Berg · person, government, NOR ─")
    assert facts == "in 2 reports, 2020-03-03 to 2020-04-01 · a1"
    assert not any(rest)


def test_sections_stand_in_order(
    ada: Who, sudland: Who, written: Written, evidence: Callable[..., Evidence], event_row: Callable[..., EventRow]
) -> None:
    """Each section that holds something has its title, and what it holds is in it."""
    whole = replace(
        _bare(ada),
        names=(NameCount("Ada Berg", 12), NameCount("Berg", 3)),
        roles=(
            RoleRow("minister of Norland", "Norland", "2020-03-03", "2020-03-03", evidence()),
            RoleRow("envoy", "Norland", "2020-03-04", "2020-04-01", evidence()),
        ),
        partners=(PartnerRow(sudland, 2, 1, 1),),
        events=Rows([event_row()]),
        sources=(NameCount("Norland Herald", 2),),
        namesakes=(Who("a9", "Ada Berg (poet)"),),
    )
    shown = written(dossier_view(whole))
    parts = [
        "Names", "Ada Berg (12), Berg (3)", "Titles", "minister of Norland\n", "2020-03-04 to 2020-04-01",
        "envoy, Norland", "With whom", "Sudland a2  2 events  1 cooperation  1 conflict", "What happened",
        "Ada Berg — CONSULT → Sudland", "Known through", "Norland Herald (2)",
        "Others of this name", "Ada Berg (poet) a9",
    ]  # fmt: skip
    places = [shown.index(part) for part in parts]
    assert places == sorted(places)
    assert "What it said" not in shown
