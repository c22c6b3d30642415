"""The sentences of the synthetic reports: read from synthetic_words.toml and cut once into steps."""

import re
from dataclasses import dataclass, replace
from typing import Any

from synthetic_world import Part, Town

from ranke.model import QUAD

_MARK = re.compile(r"<(?P<slot>[A-Za-z#])(?::(?P<form>\w+))?>|\[(?P<open>[a-z]) |(?P<close>\])")


Rule = tuple[str, str | None, str, int]
"""The type, mode, CAMEO code and quad class that an entry of the lexicon gives its events."""


@dataclass(frozen=True, slots=True)
class When:
    """Words for a time: what stands before and after the span, the span, its value and type."""

    before: str = ""
    words: str = ""
    after: str = ""
    value: str | None = None
    type: str = "DATE"


@dataclass(frozen=True, slots=True)
class Told:
    """An event that a sentence tells: its trigger's tag, rule, sides and status."""

    tag: str
    rule: str
    sources: str
    targets: str
    status: str = "happened"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence cut into steps: (kind, text, form), kind one of text, slot, open, close.

    `stops` are the steps that a full stop or a comma follows.
    """

    steps: tuple[tuple[str, str, str], ...]
    stops: frozenset[int]
    events: tuple[Told, ...]
    speaker: str
    kind: str
    relay: str
    stance: tuple[str, ...] | None
    number: bool
    slots: frozenset[str]


@dataclass(slots=True)
class Line:
    """A sentence with all its blanks filled; `noise` decides the forms, so that an echo makes the same choices."""

    sentence: Sentence
    parts: dict[str, Part]
    words: dict[str, str]
    times: dict[str, When]
    place: Town | None
    rule: str
    core: bool
    noise: int


def rules(table: dict[str, str]) -> dict[str, Rule]:
    """Return the table of rules ("mode cameo", "-" for no mode) with the type and quad class of each."""
    found: dict[str, Rule] = {}
    for name, codes in table.items():
        mode, cameo = codes.split()
        kind = name.partition(".")[0].upper()
        found[name] = (kind, None if mode == "-" else mode, cameo, QUAD[kind])
    return found


def compile_sentence(row: dict[str, Any]) -> Sentence:
    """Return a row of the table cut into steps."""
    steps: list[tuple[str, str, str]] = []
    text, at, stack = row["text"], 0, []
    for mark in _MARK.finditer(text):
        if mark.start() > at:
            steps.append(("text", text[at : mark.start()], ""))
        if mark["slot"]:
            steps.append(("slot", mark["slot"], mark["form"] or ""))
        elif mark["open"]:
            stack.append(mark["open"])
            steps.append(("open", mark["open"], ""))
        else:
            steps.append(("close", stack.pop(), ""))
        at = mark.end()
    if at < len(text):
        steps.append(("text", text[at:], ""))
    written = [(number, step[1]) for number, step in enumerate(steps) if step[0] in {"text", "slot"}]
    after = zip(written, [*written[1:], (0, ".")], strict=True)
    stops = frozenset(number for (number, _), (_, following) in after if following[0] in ".,")
    events = []
    for spec in row.get("events", ()):
        tag, rule, sides, *status = spec.split()
        sources, _, targets = sides.partition(">")
        events.append(Told(tag, rule, sources, targets, *status))
    stance = tuple(row["stance"].split()) if "stance" in row else None
    return Sentence(
        steps=tuple(steps),
        stops=stops,
        events=tuple(events),
        speaker=row.get("speaker", "S"),
        kind=row.get("kind", "indirect"),
        relay=row.get("relay", ""),
        stance=stance,
        number=row.get("number", False),
        slots=frozenset(step[1] for step in steps if step[0] == "slot"),
    )


def wrapped(row: dict[str, Any], frame: str) -> Sentence:
    """Return a row set into a frame ("<K> [r reported] that [k {}]."), told on the word of an agency."""
    inner = row["text"].removesuffix(".")
    sentence = compile_sentence({**row, "text": frame.replace("{}", inner)})
    return replace(sentence, relay="K" + sentence.relay)
