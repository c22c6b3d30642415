"""Puts readings into a record and takes them out again; what follows from them is brought up to date with it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, delete, select, update

from ranke.model import Reading
from ranke.offices.names import fold
from ranke.record.actors.identity import Signature, signature
from ranke.record.days import ordinal
from ranke.record.events.accounts import Account, account
from ranke.record.events.occasions import Memory
from ranke.record.filing.clusters import Clusters
from ranke.record.filing.entries import Outcome, Verdicts
from ranke.record.filing.evidence import Counters, Evidence, Rows, appearance_of, digest_of, naming_of
from ranke.record.filing.incoming import Incoming
from ranke.record.filing.judgements import judgements, split_off, verdicts
from ranke.record.filing.kinds import Actors, Echoes, Events
from ranke.record.filing.regroup import Regrouping
from ranke.record.filing.storable import label, seal, storable
from ranke.record.filing.summaries import narrow, sum_up_actors, sum_up_events, widen
from ranke.record.keeping import schema
from ranke.record.keeping.store import Line, change, insert, next_number, rows_in
from ranke.record.stories.echoes import Sketch, sketch
from ranke.record.stories.stories import telling
from ranke.record.stories.threads import Threads

_SIGNED = (
    (schema.appearance, "number", "signature"),
    (schema.statement_party, "appearance", "signature"),
    (schema.stance, "holder", "holder_signature"),
    (schema.stance, "target", "target_signature"),
    (schema.claim, "one", "one_signature"),
    (schema.claim, "other", "other_signature"),
)
"""Where the signature of an appearance stands: a table, its column of appearances and that of their signatures."""


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
    memory: Memory = field(default_factory=Memory)
    _signatures: dict[int, Signature] = field(default_factory=dict)
    _accounts: dict[int, Any] = field(default_factory=dict)
    _sketches: dict[int, Sketch] = field(default_factory=dict)
    _broken: dict[str, set[int]] = field(default_factory=lambda: {"actor": set(), "event": set(), "echo": set()})
    _dirty_events: set[int] = field(default_factory=set)
    _dirty_actors: set[int] = field(default_factory=set)
    _threads: Threads | None = None

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
            self._count(one.signature, (one.name, one.kind, one.country or "", one.sector or ""), -1)
        if row.component is not None:
            self._broken["echo"].add(row.component)
        self.threads.remove(row.number)
        self.connection.execute(delete(schema.report).where(schema.report.c.number == row.number))
        narrow(self.connection, [one.signature for one in appearances])
        self._sketches.pop(row.number, None)
        for one in accounts:
            self._accounts.pop(one.number, None)

    def _count(self, number: int, names: tuple[str, str, str, str], by: int) -> None:
        """Change how many appearances of a signature bear these names; a signature without any is taken out."""
        table = schema.naming
        where = (
            (table.c.signature == number)
            & (table.c.name == names[0])
            & (table.c.kind == names[1])
            & (table.c.country == names[2])
            & (table.c.sector == names[3])
        )
        self.connection.execute(update(table).where(where).values(appearances=table.c.appearances + by))
        self.connection.execute(delete(table).where(where & (table.c.appearances <= 0)))
        home = self.connection.execute(
            select(schema.signature.c.actor, schema.signature.c.component).where(schema.signature.c.number == number)
        ).one()
        if home.actor is not None:
            self._dirty_actors.add(home.actor)
        left = self.connection.execute(select(table.c.signature).where(table.c.signature == number).limit(1)).first()
        if left is None and by < 0 and home.component is not None:
            self._broken["actor"].add(home.component)

    def _insert(self, fresh: Sequence[tuple[Incoming, int]]) -> None:
        """Make all rows of evidence of readings that are not there."""
        given = [one for one in judgements(self.connection, in_force=True) if one.kind == "split"]
        rows, counters = Rows(), Counters(self.connection)
        signed = [(one, version, _signed(one.reading, given)) for one, version in fresh]
        numbers = self._number_signatures([one for _, _, some in signed for one in some.values()], rows)
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
        self._name(namings)
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

    def _number_signatures(self, signatures: Sequence[Signature], rows: Rows) -> dict[str, int]:
        texts = {one.dump(): one for one in signatures}
        table = schema.signature
        numbers = {row.text: row.number for row in rows_in(self.connection, table, "text", sorted(texts))}
        following = max(next_number(self.connection, table), *(number + 1 for number in self._signatures), 1)
        for number, text in enumerate((text for text in texts if text not in numbers), start=following):
            numbers[text] = number
            rows.add(table, number=number, text=text)
            self._signatures[number] = texts[text]
        return numbers

    def _name(self, namings: Mapping[tuple[int, str, str, str, str, str], int]) -> None:
        columns = ("signature", "name", "kind", "country", "sector", "folded")
        here = rows_in(self.connection, schema.naming, "signature", {key[0] for key in namings})
        known = {tuple(getattr(row, column) for column in columns): row.appearances for row in here}
        table: Any = schema.naming
        changed, missing = [], []
        for key, count in namings.items():
            named = dict(zip(columns, key, strict=True))
            if key in known:
                changed.append({**named, "appearances": known[key] + count})
            else:
                missing.append({**named, "appearances": count})
        change(self.connection, table, changed, by=columns)
        insert(self.connection, table, missing)
        for row in rows_in(self.connection, schema.signature, "number", {key[0] for key in namings}):
            if row.actor is not None:
                self._dirty_actors.add(row.actor)

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
            self._retag(row, given)

    def _retag(self, row: Line, given: Sequence[Any]) -> None:
        """Give an appearance the signature that it has under the judgements in force."""
        before = rows_in(self.connection, schema.signature, "number", [row.signature])[0]
        self._broken["actor"].add(before.component)
        reading = self.reading(row.report)
        wanted = _signed(reading, given)[row.id]
        if wanted.dump() == before.text:
            return
        rows = Rows()
        number = self._number_signatures([wanted], rows)[wanted.dump()]
        rows.insert(self.connection)
        for table, appearance, its in _SIGNED:
            changed = update(table).where(table.c[appearance] == row.number).values({its: number})
            self.connection.execute(changed)
        narrow(self.connection, [before.number])
        widen(self.connection, {number: (row.day, row.day)})
        names = (row.name, row.kind, row.country or "", row.sector or "")
        self._count(before.number, names, -1)
        self._name({(number, *names, fold(row.name)): 1})
        query = select(schema.account.c.event).join(schema.party).where(schema.party.c.appearance == row.number)
        self._dirty_events.update(self.connection.execute(query).scalars())

    def reading(self, report: int) -> Reading:
        """Return the current reading of a report, by its number."""
        table, version = schema.report, schema.version
        query = select(version.c.reading).join(
            table, (table.c.id == version.c.report) & (table.c.version == version.c.version)
        )
        return Reading.model_validate_json(self.connection.execute(query.where(table.c.number == report)).scalar_one())

    def finish(self) -> None:
        """Bring actors, events, echoes and stories up to date with what was added and removed."""
        actors = self._regroup_actors()
        events = self._regroup("event", Events(self.memory), self._accounts, verdicts(self.connection, "event"))
        self._regroup("echo", Echoes(), self._sketches, Verdicts())
        self._dirty_events |= events.changed
        sum_up_actors(self.connection, (self._dirty_actors | actors.changed) - actors.gone)
        sum_up_events(self.connection, self._dirty_events - events.gone)
        self._drop_empty(actors.gone, events.gone)
        self.threads.finish()

    def _regroup_actors(self) -> Outcome:
        """Take out signatures that nobody bears any more, and group the others."""
        number, naming = schema.signature.c.number, schema.naming.c.signature
        unborne: set[int] = set()
        components = sorted(self._broken["actor"])
        if components:
            for row in rows_in(self.connection, schema.signature, "component", components):
                if not self.connection.execute(select(naming).where(naming == row.number).limit(1)).first():
                    unborne.add(row.number)
                    self._dirty_actors.add(row.actor)
        self.connection.execute(delete(schema.signature).where(number.in_(sorted(unborne))))
        return self._regroup("actor", Actors(), self._signatures, verdicts(self.connection, "actor"))

    def _regroup(self, what: str, kind: Any, new: Mapping[int, Any], verdict: Verdicts) -> Outcome:  # noqa: ANN401
        clusters = Clusters(self.connection, what)
        return Regrouping(self.connection, kind, verdict, clusters, clusters.make).run(new, self._broken[what])

    def _drop_empty(self, actors: set[int], events: set[int]) -> None:
        """Delete actors and events that rest on nothing any more."""
        pairs = (
            (schema.actor, schema.signature.c.actor, actors | self._dirty_actors),
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


def _signed(reading: Reading, given: Sequence[Any]) -> dict[str, Signature]:
    """Return the signature of each actor of a reading, by its id."""
    tags = split_off(given, reading)
    found = {}
    for actor in reading.actors:
        one = signature(appearance_of(reading, actor))
        found[actor.id] = replace(one, tag=tags[actor.id]) if actor.id in tags else one
    return found
