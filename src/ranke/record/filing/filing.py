"""Puts readings into a record and takes them out again; what follows from them is brought up to date with it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, delete, select, update

from ranke.days import ordinal
from ranke.model import Reading
from ranke.record.actors.identity import Signature
from ranke.record.events import occasions
from ranke.record.events.accounts import Account, account
from ranke.record.events.memory import Memory
from ranke.record.filing.clusters import Clusters
from ranke.record.filing.entries import Outcome, Verdicts
from ranke.record.filing.evidence import Counters, Evidence, Rows, digest_of, naming_of
from ranke.record.filing.incoming import Incoming
from ranke.record.filing.judgements import judgements, verdicts
from ranke.record.filing.kinds import Actors, Echoes, Events
from ranke.record.filing.regroup import Regrouping
from ranke.record.filing.sides import events_of, sum_up_sides
from ranke.record.filing.signing import Signing, signatures_of
from ranke.record.filing.storable import label, seal, storable
from ranke.record.filing.summaries import narrow, sum_up_actors, sum_up_events, widen
from ranke.record.keeping import schema
from ranke.record.keeping.store import Line, insert, rows_in
from ranke.record.stories.echoes import Sketch, sketch
from ranke.record.stories.stories import telling
from ranke.record.stories.threads import Threads


@dataclass(slots=True)
class Filing:
    """One transaction's worth of changes. Add and remove as needed, then `finish`.

    Args:
        connection: The only writer's.
        at: The time that the versions are stamped with, ISO 8601 in UTC.
        memory: What fusion compared before.
    """

    connection: Connection
    at: str
    memory: Memory = field(default_factory=occasions.memory)
    _accounts: dict[int, Any] = field(default_factory=dict)
    _sketches: dict[int, Sketch] = field(default_factory=dict)
    _broken: dict[str, set[int]] = field(default_factory=lambda: {"event": set(), "echo": set()})
    _dirty_events: set[int] = field(default_factory=set)
    _threads: Threads | None = None
    _signing: Signing | None = None

    @property
    def signing(self) -> Signing:
        """The signatures of the record."""
        if self._signing is None:
            self._signing = Signing(self.connection)
        return self._signing

    @property
    def threads(self) -> Threads:
        """The stories of the record."""
        if self._threads is None:
            self._threads = Threads(self.connection)
        return self._threads

    def add(self, given: Sequence[Incoming]) -> dict[str, str]:
        """File readings; one whose report and reading are there already, the same, is left as it is.

        Args:
            given: The readings, each of another report.

        Returns:
            What became of each report, by its id: `new`, `corrected` or `known`.
        """
        current = self._current({one.reading.document.id for one in given})
        became: dict[str, str] = {}
        fresh: list[tuple[Incoming, str, str]] = []
        for one in map(storable, given):
            head = one.reading.document
            digest = digest_of(head, one.text)
            sealed = seal(one.reading.model_dump_json(), one.text)
            before = current.get(head.id)
            if before is not None and (before.digest, before.sealed) == (digest, sealed):
                became[head.id] = "known"
            else:
                became[head.id] = "corrected" if before is not None else "new"
                fresh.append((one, digest, sealed))
        replaced = [one for one, what in became.items() if what == "corrected"]
        self.remove(replaced)
        self._insert(self._keep_versions(fresh, replaced))
        return became

    def _current(self, reports: set[str]) -> dict[str, Line]:
        rows = rows_in(self.connection, schema.version, "report", reports)
        return {row.report: row for row in rows if row.state == "current"}

    def _keep_versions(
        self, fresh: Sequence[tuple[Incoming, str, str]], replaced: Sequence[str]
    ) -> list[tuple[Incoming, int]]:
        """Write each reading into the history; return it with the number of its version."""
        for report in replaced:
            self.retire(report, "replaced")
        before: dict[str, int] = {}
        for row in rows_in(self.connection, schema.version, "report", {one.reading.document.id for one, _, _ in fresh}):
            before[row.report] = max(row.version, before.get(row.report, 0))
        rows: list[dict[str, Any]] = [
            {
                "report": one.reading.document.id,
                "version": before.get(one.reading.document.id, 0) + 1,
                "state": "current",
                "filed": self.at,
                "date": one.reading.document.date,
                "digest": digest,
                "reader": one.reader,
                "sealed": sealed,
                "text": one.text,
                "reading": one.reading.model_dump_json(),
            }
            for one, digest, sealed in fresh
        ]
        insert(self.connection, schema.version, rows)
        return [(one, row["version"]) for (one, _, _), row in zip(fresh, rows, strict=True)]

    def retire(self, report: str, state: str) -> None:
        """Mark a report's current version as `replaced` or `withdrawn`."""
        table = schema.version
        where = (table.c.report == report) & (table.c.state == "current")
        self.connection.execute(update(table).where(where).values(state=state))

    def remove(self, reports: Iterable[str]) -> None:
        """Take the evidence of reports away; what they were filed as stays in `version`."""
        for row in rows_in(self.connection, schema.report, "id", set(reports)):
            self._remove(row)

    def _remove(self, row: Line) -> None:
        accounts = rows_in(self.connection, schema.account, "report", [row.number])
        self._broken["event"].update(one.component for one in accounts)
        self._dirty_events.update(one.event for one in accounts)
        appearances = rows_in(self.connection, schema.appearance, "report", [row.number])
        for one in appearances:
            self.signing.count(one.signature, (one.name, one.kind, one.country or "", one.sector or ""), -1)
        if row.component is not None:
            self._broken["echo"].add(row.component)
        self.threads.remove(row.number)
        self.connection.execute(delete(schema.report).where(schema.report.c.number == row.number))
        narrow(self.connection, [one.signature for one in appearances])
        self._sketches.pop(row.number, None)
        for one in accounts:
            self._accounts.pop(one.number, None)

    def _insert(self, fresh: Sequence[tuple[Incoming, int]]) -> None:
        """Make all rows of evidence of readings that are not there."""
        given = [one for one in judgements(self.connection, in_force=True) if one.kind == "split"]
        rows, counters = Rows(), Counters(self.connection)
        signed = [(one, version, signatures_of(one.reading, given)) for one, version in fresh]
        numbers = self.signing.number([one for _, _, some in signed for one in some.values()], rows)
        namings: Counter[tuple[int, str, str, str, str, str]] = Counter()
        for one, version, signatures in signed:
            reading, text = one.reading, one.text
            evidence = Evidence(reading, text, counters.take(schema.report))
            self._add_report(rows, evidence, version)
            by_actor = {actor: numbers[signature.dump()] for actor, signature in signatures.items()}
            evidence.actors(rows, counters, by_actor)
            namings.update(naming_of(actor, by_actor[actor.id]) for actor in reading.actors)
            for event in reading.events:
                number = counters.take(schema.account)
                features = account(reading, event, text).dump()
                rows.add(schema.account, **evidence.event(rows, event, number), features=features)
                self._accounts[number] = Account.load(features)
            evidence.statements(rows, counters)
            evidence.attitudes(rows, counters)
            evidence.passages(rows, counters)
        rows.insert(self.connection)
        self.signing.name(namings)
        self._widen(signed, numbers)

    def _widen(self, signed: Sequence[tuple[Incoming, int, dict[str, Signature]]], numbers: Mapping[str, int]) -> None:
        spans: dict[int, tuple[int, int]] = {}
        for one, _, signatures in signed:
            day = ordinal(one.reading.document.date)
            for number in {numbers[signed_as.dump()] for signed_as in signatures.values()}:
                first, last = spans.get(number, (day, day))
                spans[number] = min(first, day), max(last, day)
        widen(self.connection, spans)

    def _add_report(self, rows: Rows, evidence: Evidence, version: int) -> None:
        head = evidence.reading.document
        values = sketch(evidence.text) if evidence.text is not None else None
        copied = Sketch(head.id, head.date[:10], values) if values is not None else None
        told = telling(evidence.reading, evidence.text)
        rows.add(
            schema.report,
            number=evidence.number,
            id=head.id,
            version=version,
            date=head.date[:10],
            day=ordinal(head.date),
            outlet=head.outlet,
            title=head.title,
            label=label(head, evidence.text),
            url=head.url,
            language=head.language,
            characters=head.characters,
            sketch=copied.dump() if copied else None,
            telling=told.dump(),
        )
        if copied:
            self._sketches[evidence.number] = copied
        self.threads.add(evidence.number, told)

    def rejudge(self, what: str, numbers: Iterable[int]) -> None:
        """Note that judgements on these appearances or accounts changed.

        Args:
            what: `actor` or `event`.
            numbers: Rows of `appearance` or of `account`.
        """
        if what == "event":
            for row in rows_in(self.connection, schema.account, "number", set(numbers)):
                self._broken["event"].add(row.component)
                self._dirty_events.add(row.event)
            return
        appearances = rows_in(self.connection, schema.appearance, "number", set(numbers))
        given = judgements(self.connection, in_force=True)
        for row in sorted(appearances, key=lambda one: one.number):
            self._dirty_events |= self.signing.retag(row, self.reading(row.report), given)

    def reading(self, report: int) -> Reading:
        """Return the current reading of a report, by its number."""
        table, version = schema.report, schema.version
        query = select(version.c.reading).join(
            table, (table.c.id == version.c.report) & (table.c.version == version.c.version)
        )
        return Reading.model_validate_json(self.connection.execute(query.where(table.c.number == report)).scalar_one())

    def finish(self) -> None:
        """Bring actors, events, echoes and stories up to date with what was added and removed."""
        self.signing.drop_unborne()
        actors = self._regroup("actor", Actors(), self.signing.new, verdicts(self.connection, "actor"))
        events = self._regroup("event", Events(self.memory), self._accounts, verdicts(self.connection, "event"))
        self._regroup("echo", Echoes(), self._sketches, Verdicts())
        self._dirty_events |= events.changed
        sum_up_actors(self.connection, (self.signing.dirty | actors.changed) - actors.gone)
        sum_up_events(self.connection, self._dirty_events - events.gone)
        # Sides are kept by actor: they change with whose a signature is, too.
        moved = events_of(self.connection, sorted(actors.moved))
        sum_up_sides(self.connection, (self._dirty_events | moved) - events.gone)
        self._drop_empty(actors.gone, events.gone)
        self.threads.finish()

    def _regroup(self, what: str, kind: Any, new: Mapping[int, Any], verdict: Verdicts) -> Outcome:  # noqa: ANN401
        clusters = Clusters(self.connection, what)
        broken = self.signing.broken if what == "actor" else self._broken[what]
        return Regrouping(self.connection, kind, verdict, clusters, clusters.make).run(new, broken)

    def _drop_empty(self, actors: set[int], events: set[int]) -> None:
        """Delete actors and events that rest on nothing any more."""
        pairs = (
            (schema.actor, schema.signature.c.actor, actors | self.signing.dirty),
            (schema.event, schema.account.c.event, events | self._dirty_events),
        )
        for table, column, numbers in pairs:
            some = sorted(numbers)
            left = (
                {row[0] for row in self.connection.execute(select(column).where(column.in_(some)).distinct())}
                if some
                else set()
            )
            gone = [one for one in some if one not in left]
            if gone:
                self.connection.execute(delete(table).where(table.c.number.in_(gone)))
