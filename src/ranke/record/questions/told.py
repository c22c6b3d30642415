"""Events as answers tell them: from those accounts that the lens lets through."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import func, select

from ranke.answers import AccountRow, EventRow, Who
from ranke.offices.names import fold
from ranke.record.events.accounts import Account
from ranke.record.filing.entries import Verdicts
from ranke.record.filing.judgements import verdicts
from ranke.record.filing.kinds import Events
from ranke.record.filing.summaries import Rulings, coded, contexts, summary
from ranke.record.keeping import schema
from ranke.record.keeping.store import Line, chunks, rows_in
from ranke.record.questions.lens import Lens, names_of
from ranke.record.questions.reports import story_ids


@dataclass(slots=True)
class Told:
    """Accounts with what belongs to them, as far as the lens lets through."""

    lens: Lens
    rows: dict[int, Line]
    parties: dict[int, dict[str, list[int]]]
    reports: dict[int, Line]
    known: dict[int, Who]
    echoes: dict[int | None, list[Line]]

    @classmethod
    def of(cls, lens: Lens, rows: Iterable[Line]) -> "Told":
        """Return those of some accounts that may be seen."""
        given = {row.number: row for row in rows}
        reports = lens.reports(row.report for row in given.values())
        given = {number: row for number, row in given.items() if row.report in reports}
        parties = lens.parties(given)
        if lens.sources:
            given = {n: row for n, row in given.items() if not lens.rests_on_left_out(parties[n]["authority"])}
        named = {one for number in given for roles in parties[number].values() for one in roles}
        return cls(lens, given, parties, reports, lens.who(named), _echoes(lens, reports.values()))

    def features(self, numbers: Iterable[int]) -> dict[int, Account]:
        """Return what fusion compares of accounts."""
        return {number: Account.load(self.rows[number].features) for number in numbers}

    def place_in_order(self, number: int) -> tuple[int, str, str]:
        """Return where an account stands among others: by day, report and id."""
        report = self.reports[self.rows[number].report]
        return report.day, report.id, self.rows[number].id

    def root(self, number: int) -> tuple[str, str]:
        """Return what an account goes back to: a key that accounts of one root share, and its name.

        An account on somebody's authority goes back to the innermost one. One in the reporter's own voice goes back to
        its text where others echo that, else to its outlet, else to the report. An agency is one root whether it is the
        outlet or an authority.
        """
        chain = self.parties[number]["authority"]
        report = self.reports[self.rows[number].report]
        if chain:
            row = self.lens.actor_rows([chain[-1]])[chain[-1]]
            return (f"outlet {row.folded}" if row.kind == "media" else f"actor {row.number}"), row.name
        copies = self.echoes.get(report.echo, ())
        if len(copies) > 1:
            first = min(copies, key=lambda row: (row.day, row.id))
            return f"echo {report.echo}", first.outlet or first.label
        if report.outlet:
            return f"outlet {fold(report.outlet)}", report.outlet
        return f"report {report.number}", report.label

    def event(self, numbers: Sequence[int], values: Mapping[str, Any], extra: "Extra", event: int) -> EventRow:
        """Return the row of an event told by these accounts.

        Args:
            numbers: Its accounts.
            values: Its values, as `summary` makes them.
            extra: Its conflicts and rulings.
            event: Its number in the record.
        """
        if event in extra.types:
            values = {**values, **coded(extra.types[event])}
        shown = values["shown"]
        row = self.rows[shown]
        tellers = [self.reports[one] for one in dict.fromkeys(self.rows[number].report for number in numbers)]
        first = min(tellers, key=lambda report: (report.day, report.id))
        return EventRow(
            id=values["id"],
            date=values["date"],
            type=values["type"],
            mode=row.mode if row.type == values["type"] else None,
            cameo=values["cameo"],
            goldstein=values["goldstein"],
            intensity=values["intensity"],
            contexts=contexts([self.rows[number] for number in numbers]),
            status=values["status"],
            sources=names_of(self._side(numbers, shown, "source"), self.known),
            targets=names_of(self._side(numbers, shown, "target"), self.known),
            place=values["place"],
            core=bool(values["core"]),
            reports=len(tellers),
            outlets=len({fold(report.outlet) for report in tellers if report.outlet}),
            roots=len({self.root(number)[0] for number in numbers}),
            attribution=names_of(self.parties[shown]["authority"], self.known),
            conflicts=extra.conflicts.get(event, 0),
            story=extra.stories.get(first.story),
            rejected=event in extra.rejected,
            rule=row.rule,
            inferred=tuple(filter(None, row.inferred.split(";"))),
            confidence=row.confidence,
            trigger=(row.trigger_start, row.trigger_end),
            evidence=self.lens.evidence(self.reports[row.report], row.evidence_start, row.evidence_end, row.words),
            known=first.date,
        )

    def _side(self, numbers: Sequence[int], shown: int, role: str) -> list[int]:
        """Return the actors on a side: those of the account shown, else of the first account that names any."""
        if self.parties[shown][role]:
            return self.parties[shown][role]
        order = sorted(numbers, key=lambda one: (self.reports[self.rows[one].report].id, self.rows[one].id))
        return next((side for number in order if (side := self.parties[number][role])), [])

    def account(self, number: int) -> AccountRow:
        """Return one account, with the chain of authority and the entry of the lexicon behind it."""
        row, parties = self.rows[number], self.parties[number]
        return AccountRow(
            id=row.handle,
            type=row.type,
            status=row.status,
            date=row.date,
            sources=names_of(parties["source"], self.known),
            targets=names_of(parties["target"], self.known),
            place=row.place,
            core=bool(row.core),
            attribution=names_of(parties["authority"], self.known),
            root=self.root(number)[1],
            rule=row.rule,
            inferred=tuple(filter(None, row.inferred.split(";"))),
            confidence=row.confidence,
            trigger=(row.trigger_start, row.trigger_end),
            evidence=self.lens.evidence(self.reports[row.report], row.evidence_start, row.evidence_end, row.words),
        )


def _echoes(lens: Lens, reports: Iterable[Line]) -> dict[int | None, list[Line]]:
    """Return the reports of each echo that some reports are part of, by its number."""
    table = schema.report
    numbers: list[int] = []
    for some in chunks(sorted({report.echo for report in reports if report.echo is not None})):
        numbers += lens.connection.execute(select(table.c.number).where(table.c.echo.in_(some))).scalars()
    found: dict[int | None, list[Line]] = defaultdict(list)
    for row in lens.reports(numbers).values():
        found[row.echo].append(row)
    return found


@dataclass(frozen=True, slots=True)
class Extra:
    """What belongs to events besides their accounts, by the event's number; stories by that of their first report."""

    rejected: frozenset[int]
    types: Mapping[int, str]
    conflicts: Mapping[int, int]
    stories: Mapping[int, str]


def events(lens: Lens, numbers: Iterable[int]) -> list[EventRow]:
    """Return events as far as the lens lets their accounts through; none of an event of which it lets none through.

    Where it leaves accounts out, what is left of an event may fall into several, or none.
    """
    wanted = list(dict.fromkeys(numbers))
    rows = rows_in(lens.connection, schema.account, "event", wanted)
    told = Told.of(lens, rows)
    by_event: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        by_event[row.event].append(row.number)
    homes = {row.number: row._asdict() for row in rows_in(lens.connection, schema.event, "number", wanted)}
    extra = _extra(lens, wanted, told)
    verdict = verdicts(lens.connection, "event") if lens.narrow else Verdicts()
    found = []
    for event in wanted:
        every = sorted(by_event[event])
        seen = [number for number in every if number in told.rows]
        if len(seen) == len(every):
            found.append(told.event(seen, homes[event], extra, event))
        else:
            left = replace(extra, conflicts={})
            found.extend(told.event(group, values, left, event) for group, values in _groups(told, seen, verdict))
    return found


def _groups(told: Told, numbers: Sequence[int], verdict: Verdicts) -> Iterator[tuple[list[int], dict[str, Any]]]:
    """Yield what is left of an event, divided into its events as if the accounts left out had never come."""
    features = told.features(numbers)
    kind = Events(told.lens.memory)
    nodes = {features[number].key: number for number in numbers}
    pairs, crowded = (verdict.together, verdict.apart), len(numbers) > kind.crowd
    for group in kind.partition(list(features.values()), *pairs, crowded=crowded) if numbers else ():
        some = [nodes[account.key] for account in group]
        yield some, summary([told.rows[number] for number in some], features)


def _extra(lens: Lens, wanted: Sequence[int], told: Told) -> Extra:
    ruled = Rulings.of(lens.connection)
    conflicts: dict[int, int] = {}
    table = schema.conflict
    for some in chunks(wanted):
        query = select(table.c.event, func.count()).where(table.c.event.in_(some)).group_by(table.c.event)
        conflicts.update((event, count) for event, count in lens.connection.execute(query))
    stories = story_ids(lens, [report.story for report in told.reports.values()])
    return Extra(frozenset(ruled.rejected), ruled.types, conflicts, stories)
