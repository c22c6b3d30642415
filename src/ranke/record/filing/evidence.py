"""One reading → the rows of evidence that a record keeps of it, and their removal."""

import base64
import hashlib
import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table

from ranke.days import extent, ordinal
from ranke.model import Actor, Document, Event, Reading, Report, Span, Statement
from ranke.offices.names import fold
from ranke.record.keeping import schema
from ranke.record.keeping.store import insert, next_number
from ranke.record.parts import Appearance
from ranke.schemes import types

_EMPTY_LINE = re.compile(r"\n\s*\n")
_LONGEST_PASSAGE = 1500
"""Characters of a passage that a search finds as one."""

_HANDLE = 12
"""Letters of a handle: 60 bits, so that among a hundred million entries two alike are not to be expected."""


def handle(letter: str, report: str, one: str) -> str:
    """Return the name by which a person calls one report's entry for an actor (`a…`) or an event (`e…`).

    It is made from the entry alone, so that it never changes. Whatever an entry is joined with answers to its handle.
    """
    digest = hashlib.blake2b(f"{report}\0{one}".encode(), digest_size=8).digest()
    return letter + base64.b32encode(digest).decode().lower()[:_HANDLE]


def digest_of(head: Document | Report, text: str | None) -> str:
    """Return the SHA-256 of a report's head and text; of its head alone where the text is not here."""
    told = [head.date, head.outlet, head.title, head.url, head.language, text]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def appearance_of(reading: Reading, actor: Actor) -> Appearance:
    """Return what tells who an actor of a reading is."""
    return Appearance(
        report=reading.document.id,
        id=actor.id,
        day=reading.document.date[:10],
        name=actor.name,
        kind=actor.kind,
        country=actor.country,
        sector=actor.sector,
        aliases=actor.aliases,
        roles=tuple((role.title, role.organization) for role in actor.roles),
    )


@dataclass(slots=True)
class Counters:
    """The next free numbers of the tables of evidence; only one writer is at work at a time."""

    connection: Connection
    _next: dict[str, int] = field(default_factory=dict)

    def take(self, table: Table) -> int:
        """Return a number that no row of the table has."""
        number = self._next.get(table.name)
        if number is None:
            number = next_number(self.connection, table)
        self._next[table.name] = number + 1
        return number


@dataclass(slots=True)
class Rows:
    """Rows to insert, by table."""

    by_table: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def add(self, table: Table, **row: Any) -> None:  # noqa: ANN401 - as many types as there are columns
        """Keep one row for later."""
        self.by_table.setdefault(table.name, []).append(row)

    def insert(self, connection: Connection) -> None:
        """Insert all rows, each table's after those that it points at."""
        for table in schema.metadata.sorted_tables:
            insert(connection, table, self.by_table.pop(table.name, []))


@dataclass(slots=True)
class Evidence:
    """Makes the rows of one reading.

    Args:
        reading: What the report says.
        text: Its text, if it is here.
        number: The number of its row in `report`.
    """

    reading: Reading
    text: str | None
    number: int
    day: int = 0
    appearances: dict[str, int] = field(default_factory=dict)
    signatures: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.day = ordinal(self.reading.document.date)

    def words(self, span: Span) -> str:
        """Return the words of a span, "" where the text is not here."""
        return self.text[slice(*span)] if self.text is not None else ""

    def actors(self, rows: Rows, counters: Counters, signatures: Mapping[str, int]) -> None:
        """Make a row for each actor. `signatures` gives each one's number in `signature`."""
        for actor in self.reading.actors:
            number = counters.take(schema.appearance)
            self.appearances[actor.id] = number
            self.signatures[actor.id] = signatures[actor.id]
            first = min((mention.span for mention in actor.mentions), default=(None, None))
            rows.add(
                schema.appearance,
                number=number,
                report=self.number,
                id=actor.id,
                handle=handle("a", self.reading.document.id, actor.id),
                day=self.day,
                name=actor.name,
                kind=actor.kind,
                country=actor.country,
                sector=actor.sector,
                aliases=_json(actor.aliases),
                roles=_json([[role.title, role.organization, *(role.span or (None, None))] for role in actor.roles]),
                start=first[0],
                end=first[1],
                signature=signatures[actor.id],
            )
            for position, role in enumerate(actor.roles):
                organization = fold(role.organization or "")
                rows.add(
                    schema.office, appearance=number, position=position, title=role.title, organization=organization
                )

    def event(self, rows: Rows, one: Event, number: int) -> dict[str, Any]:
        """Make the rows of an event's sides and authorities; return its own row, whose event is still open."""
        sides = (("source", one.sources), ("target", one.targets), ("authority", one.attribution))
        for role, ids in sides:
            for position, actor in enumerate(dict.fromkeys(ids)):
                rows.add(schema.party, account=number, role=role, position=position, appearance=self.appearances[actor])
        return {
            "number": number,
            "report": self.number,
            "id": one.id,
            "handle": handle("e", self.reading.document.id, one.id),
            "type": one.type,
            "mode": one.mode,
            "cameo": one.cameo or types()[one.type].cameo,
            "contexts": ";".join(one.contexts),
            "status": one.status,
            "date": one.date.value,
            "place": one.place.name if one.place else None,
            "core": int(one.core),
            "inferred": ";".join(one.inferred),
            "confidence": one.confidence,
            "rule": one.rule,
            "trigger_start": one.trigger[0],
            "trigger_end": one.trigger[1],
            "evidence_start": one.evidence[0],
            "evidence_end": one.evidence[1],
            "words": self.words(one.evidence),
        }

    def statements(self, rows: Rows, counters: Counters) -> None:
        """Make the rows of what is said: by whom, to whom, through whom, about whom."""
        spots = sorted(
            (mention.span, actor.id) for actor in self.reading.actors for mention in actor.mentions if actor.id
        )
        starts = [span[0] for span, _ in spots]
        for one in self.reading.statements:
            number = counters.take(schema.statement)
            known = extent(one.date.value)
            day = min(known[0], self.day) if known else self.day
            cue = one.cue or (None, None)
            rows.add(
                schema.statement,
                number=number,
                report=self.number,
                id=one.id,
                kind=one.kind,
                date=one.date.value,
                day=day,
                cue_start=cue[0],
                cue_end=cue[1],
                start=one.content[0],
                end=one.content[1],
                words=self.words(one.content),
            )
            inside = spots[bisect_left(starts, one.content[0]) : bisect_left(starts, one.content[1])]
            for role, actors in _parties_of(one, [actor for _, actor in inside]):
                for position, actor in enumerate(actors):
                    rows.add(
                        schema.statement_party,
                        statement=number,
                        role=role,
                        position=position,
                        appearance=self.appearances[actor],
                        signature=self.signatures[actor],
                        day=day,
                    )

    def attitudes(self, rows: Rows, counters: Counters) -> None:
        """Make the rows of stances and of claims about relations."""
        for stance in self.reading.stances:
            target = self.appearances.get(stance.target)
            rows.add(
                schema.stance,
                number=counters.take(schema.stance),
                report=self.number,
                day=self.day,
                holder=self.appearances[stance.holder],
                holder_signature=self.signatures[stance.holder],
                target=target,
                target_signature=self.signatures.get(stance.target),
                cause=stance.target if target is None else None,
                polarity=stance.polarity,
                start=stance.evidence[0],
                end=stance.evidence[1],
                words=self.words(stance.evidence),
            )
        for one in self.reading.relations:
            rows.add(
                schema.claim,
                number=counters.take(schema.claim),
                report=self.number,
                id=one.id,
                day=self.day,
                one=self.appearances[one.parties[0]],
                one_signature=self.signatures[one.parties[0]],
                other=self.appearances[one.parties[1]],
                other_signature=self.signatures[one.parties[1]],
                change=one.change,
                period=one.period.value,
                holder=self.appearances[one.holder] if one.holder is not None else None,
                attribution=_json(one.attribution),
                start=one.evidence[0],
                end=one.evidence[1],
                words=self.words(one.evidence),
            )

    def passages(self, rows: Rows, counters: Counters) -> None:
        """Make a row for each paragraph, so that a search finds it."""
        for start, end in _passages(self.text or ""):
            words = self.words((start, end))
            number = counters.take(schema.passage)
            rows.add(schema.passage, number=number, report=self.number, start=start, end=end, words=words)


def naming_of(actor: Actor, signature: int) -> tuple[int, str, str, str, str, str]:
    """Return the key of an actor's row in `naming`, and the folded name."""
    return signature, actor.name, actor.kind, actor.country or "", actor.sector or "", fold(actor.name)


def _parties_of(one: Statement, inside: list[str]) -> Iterator[tuple[str, list[str]]]:
    yield "speaker", [one.speaker] if one.speaker is not None else []
    yield "addressee", [one.addressee] if one.addressee is not None else []
    yield "authority", list(dict.fromkeys(one.attribution))
    yield "about", [actor for actor in dict.fromkeys(inside) if actor != one.speaker]


def _passages(text: str) -> Iterator[Span]:
    gaps = [match.span() for match in _EMPTY_LINE.finditer(text)]
    bounds = zip([0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(text)], strict=True)
    for start, end in bounds:
        while end - start > _LONGEST_PASSAGE:
            cut = text.rfind(" ", start + 1, start + _LONGEST_PASSAGE)
            cut = cut if cut > start else start + _LONGEST_PASSAGE
            yield start, cut
            start = cut  # noqa: PLW2901 - the rest of the same paragraph
        if text[start:end].strip():
            yield start, end


def _json(value: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    return json.dumps(value, ensure_ascii=False)
