"""A record made by hand: a few events with all that stands around them, and what a report may do to a file."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from ranke.answers import (
    ActorFacts,
    ActorRow,
    ClaimRow,
    EventRow,
    Evidence,
    NameCount,
    PlaceFacts,
    ReportRow,
    StanceRow,
    StatementRow,
    Who,
    WholeActor,
    WholeEvent,
    WholeReport,
    WholeStatement,
)

HOSTILE = '=cmd|"a"\t<script>alert(1)</script>\r\n\x00\x1b]0;\ud800\u202e\u2028]]>&'
"""What a report may hold: a formula, markup, ends of lines and cells, half a pair of surrogates."""

ADA = ActorFacts(Who("a1", "Ada Berg"), "person", "FRA", "GOV")
IRAN = ActorFacts(Who("a2", "Iran"), "country", "IRN", "GOV")
NATO = ActorFacts(Who("a3", "NATO"), "organization", "IGO", "IGO")
CROWD = ActorFacts(Who("a4", "protesters"), "group", None, None)
ACTORS = (ADA, IRAN, NATO, CROWD)
REPORT = ReportRow("herald-1", "2020-03-03", "Norland Herald", "Talks", "https://herald.example/1?a=1&b=2", None, ())


class Shelf:
    """Stands in for a record: gives the rows that it was given, one at a time, and remembers how it was asked."""

    def __init__(self, events: Iterable[WholeEvent] = (), statements: Iterable[WholeStatement] = ()) -> None:
        self._events, self._statements = events, statements
        self.asked: list[tuple[str, dict[str, Any]]] = []

    def each_event(self, **view: Any) -> Iterator[WholeEvent]:  # noqa: ANN401 - any option
        """Yield the events."""
        self.asked.append(("event", view))
        yield from self._events

    def each_statement(self, **view: Any) -> Iterator[WholeStatement]:  # noqa: ANN401
        """Yield the statements."""
        self.asked.append(("statement", view))
        yield from self._statements

    def each_actor(self, **view: Any) -> Iterator[WholeActor]:  # noqa: ANN401
        """Yield four actors of two names each."""
        self.asked.append(("actor", view))
        for one in ACTORS:
            row = ActorRow(one.who, one.kind, one.country, one.sector, "2020-03-01", "2020-03-03", 2, 1)
            yield WholeActor(row, (NameCount(one.who.name, 2), NameCount(f"the {one.who.name}", 1)))

    def each_report(self, **view: Any) -> Iterator[WholeReport]:  # noqa: ANN401
        """Yield the one report."""
        self.asked.append(("report", view))
        yield WholeReport(REPORT, "herald-1", "en", 500)

    def each_stance(self, **_: Any) -> Iterator[StanceRow]:  # noqa: ANN401
        """Yield a stance to an actor and one to a plan."""
        words = Evidence("herald-1", "2020-03-03", "Norland Herald", 5, 12, "praised")
        yield StanceRow(ADA.who, IRAN.who, "positive", "2020-03-03", words)
        yield StanceRow(ADA.who, "the plan", "negative", "2020-03-03", words)

    def each_relation(self, **_: Any) -> Iterator[ClaimRow]:  # noqa: ANN401
        """Yield one claim."""
        words = Evidence("herald-1", "2020-03-03", "Norland Herald", 5, 12, "praised")
        yield ClaimRow((ADA.who, IRAN.who), "improves", "2019/", ADA.who, (NATO.who, ADA.who), words)


@pytest.fixture(scope="session")
def whole_event(event_row: Callable[..., EventRow]) -> Callable[..., WholeEvent]:
    """Return what makes an event with all that stands around it: fields of the event, or the facts of its sides."""

    def make(
        *,
        sources: tuple[ActorFacts, ...] = (ADA,),
        targets: tuple[ActorFacts, ...] = (IRAN,),
        place: PlaceFacts | None = None,
        report: ReportRow = REPORT,
        **fields: Any,  # noqa: ANN401 - any field of an event
    ) -> WholeEvent:
        row = event_row(
            sources=tuple(one.who for one in sources),
            targets=tuple(one.who for one in targets),
            place=place.name if place else None,
            **fields,
        )
        return WholeEvent(row, sources, targets, (), place, report)

    return make


@pytest.fixture(scope="session")
def events(whole_event: Callable[..., WholeEvent]) -> list[WholeEvent]:
    """Return four events: a meeting in Tehran, one of a month, a fight of unnamed ones, a denied attack."""
    tehran = PlaceFacts("Tehran", "IRN", 35.7, 51.42)
    both = (ADA, IRAN)
    return [
        whole_event(place=tehran, mode="visit", contexts=("diplomatic", "cbrn"), core=True, reports=3, outlets=2),
        whole_event(id="e2", date="2020-02", type="AGREE", cameo="030", sources=both, targets=both),
        whole_event(id="e3", date=None, type="PROTEST", mode="demonstrate", cameo="141", sources=(CROWD,), targets=()),
        whole_event(id="e4", date="2019/", type="ASSAULT", cameo="190", status="denied", sources=(NATO,)),
    ]


@pytest.fixture(scope="session")
def statement(statement_row: Callable[..., StatementRow]) -> WholeStatement:
    """Return what Ada Berg said to Iran about NATO."""
    row = statement_row(speaker=ADA.who, addressee=IRAN.who, attribution=(NATO.who,), about=(NATO.who, CROWD.who))
    return WholeStatement(row, ADA, IRAN, REPORT)


@pytest.fixture
def shelf(events: list[WholeEvent], statement: WholeStatement) -> Shelf:
    """Return a record of these events and this statement."""
    return Shelf(events, [statement])


@pytest.fixture(scope="session")
def shelf_of() -> type[Shelf]:
    """Return what makes a record of any events."""
    return Shelf


@pytest.fixture
def hostile(whole_event: Callable[..., WholeEvent], evidence: Callable[..., Evidence]) -> WholeEvent:
    """Return an event all of whose texts mean harm."""
    who = ActorFacts(Who("a9", HOSTILE), "person", None, None)
    report = replace(REPORT, id=HOSTILE, outlet=HOSTILE, title=HOSTILE, url=f"javascript:{HOSTILE}")
    words = evidence(HOSTILE, report=HOSTILE, outlet=HOSTILE, label=HOSTILE)
    place = PlaceFacts(HOSTILE, None, None, None)
    return whole_event(sources=(who,), targets=(IRAN,), place=place, report=report, evidence=words, trigger=(100, 103))
