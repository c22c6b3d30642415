"""One report: its text untouched, and every span of it that something in the record rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from ranke.answers import EventRow, Mark, ReportText, Rows, Who
from ranke.model import Event, Reading, Span, Statement
from ranke.record.filing.evidence import handle
from ranke.record.keeping import schema
from ranke.record.keeping.store import Line, rows_in
from ranke.record.questions.lens import Lens, names_of
from ranke.record.questions.reports import report_called, report_rows, story_ids
from ranke.record.questions.said import claim_rows, stance_rows, statement_rows
from ranke.record.questions.told import Told, events


def report(lens: Lens, name: str) -> ReportText:
    """Return a report with its marks and what the record holds of what it tells.

    Args:
        lens: What may be seen.
        name: Its id, or the beginning of it.

    Raises:
        RecordError: If there is no such report in this view.
    """
    row = report_called(lens, name)
    text, reading = _filed(lens, row)
    connection = lens.connection
    told = Told.of(lens, rows_in(connection, schema.account, "report", [row.number]))
    held = _events(lens, told)
    said = sorted(
        rows_in(connection, schema.statement, "report", [row.number]), key=lambda one: (one.start, one.number)
    )
    stances = sorted(
        rows_in(connection, schema.stance, "report", [row.number]), key=lambda one: (one.start, one.number)
    )
    claims = sorted(rows_in(connection, schema.claim, "report", [row.number]), key=lambda one: (one.start, one.number))
    marks = _Marks(lens, row.id, reading, _who(lens, row), {told.rows[one].id: held[one] for one in held})
    return ReportText(
        report=report_rows(lens, [row])[0],
        story=story_ids(lens, [row.story]).get(row.story),
        language=row.language,
        text=text,
        marks=tuple(
            sorted(marks.all(), key=lambda mark: (mark.start, -mark.end, mark.kind, mark.id or "", mark.label))
        ),
        events=Rows(
            list(dict.fromkeys(held[one] for one in sorted(held, key=lambda one: told.rows[one].trigger_start)))
        ),
        statements=Rows(statement_rows(lens, said)),
        stances=Rows(stance_rows(lens, stances)),
        relations=Rows(claim_rows(lens, claims)),
    )


def _filed(lens: Lens, row: Line) -> tuple[str | None, Reading]:
    """Return the text of a report, if the record was given one, and what it says."""
    version = schema.version
    query = select(version.c.text, version.c.reading).where(
        version.c.report == row.id, version.c.version == row.version
    )
    text, reading = lens.connection.execute(query).one()
    return text, Reading.model_validate_json(reading)


def _who(lens: Lens, row: Line) -> dict[str, Who]:
    """Return the actors of the record by what the reading calls them."""
    appearances = rows_in(lens.connection, schema.appearance, "report", [row.number])
    homes = lens.actors_of(one.number for one in appearances)
    known = lens.who(homes.values())
    return {one.id: known[homes[one.number]] for one in appearances}


def _events(lens: Lens, told: Told) -> dict[int, EventRow]:
    """Return for each account of a report that may be seen the event that it is of."""
    found: dict[int, EventRow] = {}
    for number in told.rows:
        rows = events(lens, [told.rows[number].event])
        # What is left of an event may have fallen apart; then each part answers to the accounts that it is made of.
        row = rows[0] if len(rows) == 1 else next((one for one in rows if one.id == told.rows[number].handle), None)
        if row is not None and not row.rejected:
            found[number] = row
    return found


@dataclass(frozen=True, slots=True)
class _Marks:
    """Makes the marks of one reading.

    Args:
        lens: What may be seen.
        report: The report's id.
        reading: What it says.
        who: The actors of the record by what the reading calls them.
        events: The events of the record by what the reading calls them; those that may not be seen are missing.
    """

    lens: Lens
    report: str
    reading: Reading
    who: dict[str, Who]
    events: dict[str, EventRow]

    def all(self) -> Iterator[Mark]:
        """Yield all marks, in no certain order."""
        for actor in self.reading.actors:
            who = self.who[actor.id]
            for mention in actor.mentions:
                yield _mark(mention.span, "actor", who.name, actor.kind, who.id, [who])
        for event in self.reading.events:
            yield from self._event(event)
        for statement in self.reading.statements:
            yield from self._statement(statement)
        yield from self._attitudes()
        for time in self.reading.times:
            yield _mark(time.span, "time", time.value or "no date", time.value, None, [])
        for place in self.reading.places:
            yield _mark(place.span, "place", place.name, place.country, None, [])

    def _event(self, event: Event) -> Iterator[Mark]:
        row = self.events.get(event.id)
        if row is not None:
            sides = self._named([*event.sources, *event.targets])
            sources, targets = (
                " and ".join(who.name for who in self._named(side)) for side in (event.sources, event.targets)
            )
            label = f"{sources or 'not named'} — {event.type}" + (f" → {targets}" if targets else "")
            yield _mark(event.evidence, "account", label, event.type, row.id, sides)
            for span in dict.fromkeys((event.trigger, *event.more)):
                yield _mark(span, "trigger", label, event.type, row.id, sides)

    def _statement(self, one: Statement) -> Iterator[Mark]:
        if self._left_out([*([one.speaker] if one.speaker else []), *one.attribution]):
            return
        speaker = self._named([one.speaker] if one.speaker else [])
        label = f"{speaker[0].name if speaker else 'not named'} {one.attitude}"
        named = handle("s", self.report, one.id)
        for kind, span in (("content", one.content), ("cue", one.cue), ("speaker", one.speaker_span)):
            if span is not None:
                yield _mark(span, kind, label, one.kind, named, speaker)

    def _attitudes(self) -> Iterator[Mark]:
        for stance in self.reading.stances:
            holder, target = self.who[stance.holder], self.who.get(stance.target)
            if not self._left_out([stance.holder]):
                side = "for" if stance.polarity == "positive" else "against"
                label = f"{holder.name} {side} {target.name if target else stance.target}"
                actors = [holder, *([target] if target else [])]
                yield _mark(stance.evidence, "stance", label, stance.polarity, holder.id, actors)
        for one in self.reading.relations:
            if not self._left_out([*one.attribution, *([one.holder] if one.holder else [])]):
                parties = self._named(one.parties)
                label = f"{' and '.join(who.name for who in parties)}: {one.change}"
                held = self.who[one.holder].id if one.holder else None
                yield _mark(one.evidence, "claim", label, one.change, held, parties)

    def _named(self, ids: Sequence[str]) -> list[Who]:
        return [self.who[one] for one in dict.fromkeys(ids)]

    def _left_out(self, ids: Sequence[str]) -> bool:
        if not self.lens.sources:
            return False
        out = {who.id for who in names_of(sorted(self.lens.sources), self.lens.who(self.lens.sources))}
        return any(self.who[one].id in out for one in ids)


def _mark(span: Span, kind: str, label: str, value: str | None, what: str | None, actors: Sequence[Who]) -> Mark:
    return Mark(*span, kind, label, value, what, tuple(actors))
