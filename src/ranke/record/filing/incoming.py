"""Readings made elsewhere, as lines of JSON → `Reading`s, each with its report's text where the line brings it."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from ranke.days import ordinal
from ranke.errors import ReportError
from ranke.model import QUAD, Actor, Document, Event, Mention, Reading, Role, Stance, Statement

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Incoming:
    """A reading to file; `reader` is the version of Ranke that made it, or "elsewhere"."""

    reading: Reading
    text: str | None
    reader: str = "elsewhere"


def incoming(lines: Iterable[str], *, path: str = "") -> Iterator[Incoming | ReportError]:
    """Yield the reading of each line, or what is wrong with it.

    A line may say less than `ranke read --json` does: what the format lets a reader leave open may be missing, dates
    may be plain strings, "" means null, and fields that the format does not know are dropped. `document.text` may
    hold the text.

    Args:
        lines: JSON objects, one a line.
        path: The file's name, for what is said of errors.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _incoming(json.loads(line))
        except json.JSONDecodeError as error:
            yield ReportError(f"no JSON ({error.msg}); write one object a line", path=path, line=number)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            yield ReportError(f"no reading: {where}: {first['msg'].lower()}", path=path, line=number)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            reason = f"{error.args[0]} is missing" if isinstance(error, KeyError) else str(error)
            yield ReportError(f"no reading: {reason}", path=path, line=number)


def _incoming(row: Any) -> Incoming:  # noqa: ANN401 - whatever JSON may hold
    if not isinstance(row, dict) or not isinstance(row.get("document"), dict):
        message = "a reading is an object with a document, see ranke schema"
        raise ValueError(message)  # noqa: TRY004 - told like every other fault of a line
    head = {**row["document"]}
    text = head.pop("text", None)
    if text is not None and not isinstance(text, str):
        message = "document.text is no string"
        raise ValueError(message)
    ordinal(str(head["date"]))
    head.setdefault("characters", len(text) if text is not None else _reach(row))
    plain = {name: row.get(name) or [] for name in Reading.model_fields if name not in {"format", "document"}}
    full = {
        **plain,
        "actors": [_actor(one) for one in plain["actors"]],
        "events": [_event(one, text) for one in plain["events"]],
        "statements": [_known(Statement, _dated(one)) for one in plain["statements"]],
        "stances": [_known(Stance, one) for one in plain["stances"]],
        "times": [{"type": "DATE", **_open(one)} for one in plain["times"]],
    }
    reading = Reading.model_validate({"document": _known(Document, head), **full})
    check(reading, text)
    return Incoming(reading, text)


def check(reading: Reading, text: str | None) -> None:
    """See that a reading holds together: each id once, each reference to something there, each span within the text.

    Raises:
        ValueError: With the first thing that is wrong.
    """
    length = len(text) if text is not None else reading.document.characters
    if length != reading.document.characters:
        message = f"document.characters is {reading.document.characters} but the text has {length}"
        raise ValueError(message)
    for name, parts in (("actor", reading.actors), ("event", reading.events), ("statement", reading.statements)):
        ids = [part.id for part in parts]
        if len(set(ids)) < len(ids):
            message = f"{name} {next(one for one in ids if ids.count(one) > 1)!r} stands twice"
            raise ValueError(message)
    actors = {actor.id for actor in reading.actors}
    for what, one in _references(reading):
        if one not in actors:
            message = f"{what} names the actor {one!r}, which the reading does not have"
            raise ValueError(message)
    for what, (start, end) in _spans(reading):
        if not 0 <= start <= end <= length:
            message = f"{what} has the span [{start}, {end}] in a text of {length} characters"
            raise ValueError(message)


def _references(reading: Reading) -> Iterator[tuple[str, str]]:
    for event in reading.events:
        for one in (*event.sources, *event.targets, *event.attribution):
            yield f"event {event.id}", one
    for statement in reading.statements:
        for other in (statement.speaker, statement.addressee, *statement.attribution):
            if other is not None:
                yield f"statement {statement.id}", other
    for stance in reading.stances:
        yield "a stance", stance.holder
    for relation in reading.relations:
        for other in (*relation.parties, relation.holder, *relation.attribution):
            if other is not None:
                yield f"relation {relation.id}", other


def _spans(reading: Reading) -> Iterator[tuple[str, tuple[int, int]]]:
    for actor in reading.actors:
        for mention in actor.mentions:
            yield f"actor {actor.id}", mention.span
    for event in reading.events:
        for span in (event.trigger, event.evidence, *event.more):
            yield f"event {event.id}", span
    for statement in reading.statements:
        for span in (statement.content, statement.cue or (0, 0)):
            yield f"statement {statement.id}", span
    for stance in reading.stances:
        yield "a stance", stance.evidence
    for relation in reading.relations:
        yield f"relation {relation.id}", relation.evidence


def _reach(value: Any) -> int:  # noqa: ANN401 - whatever JSON may hold
    """Return the end of the last span in a reading: how long its text is at least."""
    if isinstance(value, dict):
        return max((_reach(one) for one in value.values()), default=0)
    if isinstance(value, list):
        spans = len(value) == 2 and all(isinstance(one, int) for one in value)  # noqa: PLR2004 - start and end
        return value[1] if spans else max((_reach(one) for one in value), default=0)
    return 0


def _open(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: None if value == "" else value for name, value in row.items()}


def _known(kind: type[BaseModel], row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in _open(row).items() if name in kind.model_fields}


def _dated(row: Mapping[str, Any]) -> dict[str, Any]:
    date = row.get("date")
    return {**row, "date": {"value": date or None} if isinstance(date, str) or date is None else date}


def _actor(row: Mapping[str, Any]) -> dict[str, Any]:
    full = {**row}
    full["mentions"] = [{"form": "name", **_known(Mention, one)} for one in row.get("mentions") or []]
    full["roles"] = [_known(Role, one) for one in row.get("roles") or [] if one.get("title")]
    return _known(Actor, full)


def _event(row: Mapping[str, Any], text: str | None) -> dict[str, Any]:
    full = _dated(row)
    trigger = row["trigger"]
    full.setdefault("evidence", list(_sentence(text, *trigger)) if text is not None else trigger)
    full.setdefault("quad", QUAD.get(row["type"]))
    full.setdefault("rule", "elsewhere")
    place = row.get("place")
    full["place"] = {"name": place} if isinstance(place, str) and place else place
    return _known(Event, full)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the sentence around a span, as far as full stops and empty lines tell."""
    before = 0
    for stop in _SENTENCE_END.finditer(text, max(0, start - 1000), start):
        before = stop.end()
    after = _SENTENCE_END.search(text, end)
    first = max(before, start - 1000)
    last = min(after.start() if after else len(text), end + 1000)
    while first < start and text[first].isspace():
        first += 1
    return first, last
