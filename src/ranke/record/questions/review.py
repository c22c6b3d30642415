"""What the record is least sure of and nobody has judged yet, the most useful to know first."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, zip_longest
from typing import Any

from sqlalchemy import select

from ranke.answers import DoubtKind, DoubtRow, DoubtSide, EventRow, Evidence, Rows
from ranke.record.keeping import schema
from ranke.record.keeping.store import Line, chunks, rows_in
from ranke.record.questions.alike import Bearer, alike
from ranke.record.questions.judged import Judged
from ranke.record.questions.lens import Lens
from ranke.record.questions.shaky import contradicted, doubtful
from ranke.record.questions.told import Told, events
from ranke.record.questions.weak import Weak, weak

_EACH = 200
"""Doubts of each kind at most; a person who has answered them is asked others."""

_AROUND = 120
"""Characters that are shown on each side of a name."""


def review(lens: Lens, kinds: Sequence[str] = (), *, limit: int = 0) -> Rows[DoubtRow]:
    """Return doubts, one of each kind in turn, within a kind those first that touch most reports or are the latest.

    Args:
        lens: What may be seen.
        kinds: Which kinds of doubt, if not all.
        limit: How many; 0 is all that are known now.
    """
    judged = Judged.of(lens)
    sought: dict[str, Callable[[Lens, Judged, int], list[Any]]] = {
        "joined": weak,
        "apart": alike,
        "accounts": contradicted,
        "event": doubtful,
    }
    lists = [
        [(kind, one) for one in find(lens, judged, _EACH)]
        for kind, find in sought.items()
        if not kinds or kind in kinds
    ]
    turns = [one for one in chain.from_iterable(zip_longest(*lists)) if one is not None]
    shown = turns[:limit] if limit else turns
    rows = _Rows(lens, shown)
    found = [row for one in shown if (row := rows.row(*one)) is not None]
    return Rows(found, more=len(turns) - len(shown))


class _Rows:
    """Makes the rows of doubts, with what they need looked up for all of them together."""

    def __init__(self, lens: Lens, shown: Iterable[tuple[str, Any]]) -> None:
        by_kind: dict[str, list[Any]] = {"joined": [], "apart": [], "accounts": [], "event": []}
        for kind, one in shown:
            by_kind[kind].append(one)
        signatures = [number for one in by_kind["joined"] for number in one.signatures]
        self._signed = _first_of_signatures(lens, signatures)
        self._named = _first_of_actors(lens, [row.id for *two, _ in by_kind["apart"] for row in two])
        self._words = _words(lens, {row.number: row for row in (*self._signed.values(), *self._named.values())})
        numbers = [*by_kind["event"], *(event for event, _, _ in by_kind["accounts"])]
        self._events = _events(lens, list(dict.fromkeys(numbers)))
        told = [some[0] for _, _, sides in by_kind["accounts"] for _, some in sides[:2]]
        self._told = Told.of(lens, rows_in(lens.connection, schema.account, "number", told))

    def row(self, kind: str, one: Any) -> DoubtRow | None:  # noqa: ANN401 - as each kind has it
        """Return the row of a doubt; None where the lens leaves out what it is about."""
        if kind == "event":
            return self._event(one)
        if kind == "accounts":
            return self._accounts(*one)
        return self._joined(one) if kind == "joined" else self._apart(*one)

    def _event(self, number: int) -> DoubtRow | None:
        row = self._events.get(number)
        if row is None or row.rejected:
            return None
        why = f"it is told with a confidence of {row.confidence:g}"
        return DoubtRow(row.id, "event", "event", why, (_of_event(row),), row)

    def _accounts(self, event: int, about: str, sides: Sequence[tuple[str, Sequence[int]]]) -> DoubtRow | None:
        row = self._events.get(event)
        shown = [(value, some[0]) for value, some in sides[:2] if some[0] in self._told.rows]
        if row is None or row.rejected or len(shown) < 2:  # noqa: PLR2004 - it takes two to disagree
            return None
        told = []
        for value, number in shown:
            one = self._told.account(number)
            facts = tuple(fact for fact in (one.status, one.date, one.place, f"{about}: {value}") if fact)
            name = _deed(one.type, one.sources, one.targets)
            told.append(DoubtSide(one.id, name, facts, 1, (one.evidence,)))
        return DoubtRow(
            _both(told), "accounts", "event", f"accounts of one event contradict each other: {about}", tuple(told), row
        )

    def _joined(self, one: Weak) -> DoubtRow | None:
        told = []
        for number, count in zip(one.signatures, one.borne, strict=True):
            entry = self._signed.get(number)
            told.append(self._side(entry, entry, count) if entry is not None else None)
        return _of_actors("joined", f"one actor, {one.name}: {one.why}", told)

    def _apart(self, one: Bearer, other: Bearer, why: str) -> DoubtRow | None:
        told = []
        for row in (one, other):
            entry = self._named.get(row.id)
            days = f"{row.first} to {row.last}"
            told.append(self._side(entry, row, row.appearances, days) if entry is not None else None)
        return _of_actors("apart", why, told)

    def _side(self, entry: Line, known: Line | Bearer, count: int, *more: str) -> DoubtSide | None:
        """Return what an entry stands for; `known` tells its name and what it is."""
        evidence = self._words.get(entry.number)
        if evidence is None:
            return None
        facts = [fact for fact in (known.kind, known.country, known.sector) if fact]
        return DoubtSide(entry.handle, known.name, (*facts, *more), count, (evidence,))


def _of_actors(kind: DoubtKind, why: str, sides: Sequence[DoubtSide | None]) -> DoubtRow | None:
    told = tuple(side for side in sides if side is not None)
    return DoubtRow(_both(told), kind, "actor", why, told, None) if len(told) == len(sides) else None


def _events(lens: Lens, numbers: Sequence[int]) -> dict[int, EventRow]:
    """Return events by number; of what has fallen apart in this view, the first part."""
    rows = events(lens, numbers)
    if not lens.narrow:
        return dict(zip(numbers, rows, strict=True))
    return {number: some[0] for number in numbers if (some := events(lens, [number]))}


def _both(sides: Sequence[DoubtSide]) -> str:
    return "-".join(side.id for side in sides)


def _deed(kind: str, sources: Iterable[Any], targets: Iterable[Any]) -> str:
    done, to = (" and ".join(who.name for who in side) for side in (sources, targets))
    return f"{done or 'not named'} — {kind}" + (f" → {to}" if to else "")


def _of_event(row: EventRow) -> DoubtSide:
    facts = tuple(fact for fact in (row.status, row.date, row.place, row.rule) if fact)
    return DoubtSide(row.id, _deed(row.type, row.sources, row.targets), facts, row.reports, (row.evidence,))


def _first_of_signatures(lens: Lens, numbers: Iterable[int]) -> dict[int, Line]:
    """Return the first entry of each signature, by day and report."""
    table, signature, report = schema.appearance, schema.signature, schema.report
    found: dict[int, Line] = {}
    for some in chunks(sorted(set(numbers))):
        query = (
            select(table, report.c.id.label("its_report"))
            .join(signature, (signature.c.number == table.c.signature) & (signature.c.first == table.c.day))
            .join(report, report.c.number == table.c.report)
            .where(table.c.signature.in_(some))
            .order_by(report.c.id.desc(), table.c.start.desc(), table.c.handle.desc())
        )
        found.update((row.signature, row) for row in lens.connection.execute(query))
    return found


def _first_of_actors(lens: Lens, ids: Iterable[str]) -> dict[str, Line]:
    """Return the first entry of each actor: the one by whose handle the record calls it."""
    return {row.handle: row for row in rows_in(lens.connection, schema.appearance, "handle", sorted(set(ids)))}


def _words(lens: Lens, entries: Mapping[int, Line]) -> dict[int, Evidence]:
    """Return the words around the first mention of entries, of those whose report may be seen."""
    wanted = [row for row in entries.values() if row.start is not None]
    reports = lens.reports(row.report for row in wanted)
    texts = _texts(lens, reports)
    return {
        row.number: _around(lens, row, reports[row.report], texts.get(row.report, ""))
        for row in wanted
        if row.report in reports
    }


def _texts(lens: Lens, reports: Mapping[int, Line]) -> dict[int, str]:
    report, version = schema.report, schema.version
    query = select(report.c.number, version.c.text).join(
        version, (version.c.report == report.c.id) & (version.c.version == report.c.version)
    )
    return {
        number: text or ""
        for some in chunks(sorted(reports))
        for number, text in lens.connection.execute(query.where(report.c.number.in_(some)))
    }


def _around(lens: Lens, entry: Line, report: Line, text: str) -> Evidence:
    """Return the line of the text in which a name stands, no more than so many characters on each side."""
    start, end = entry.start, entry.end
    first = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    line = text.find("\n", end)
    last = min(line if line >= 0 else len(text), end + _AROUND) if text else end
    if not text:
        first = start
    return lens.evidence(report, first, last, text[first:last])
