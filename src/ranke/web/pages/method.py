"""What the record rests on: how facts are found, and the entries of the lexicon with their examples."""

from dataclasses import dataclass
from functools import cache

from ranke.errors import UsageError
from ranke.record import Record
from ranke.schemes import types
from ranke.tables import read_toml
from ranke.web.answered import Answered
from ranke.web.asked import TYPES, Asked


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry of the lexicon: the words that make an event of a type, and how sure they alone make it."""

    rule: str
    type: str
    mode: str | None
    cameo: str
    words: tuple[str, ...]
    weight: float
    example: str
    who: str
    whom: str


def method(record: Record, asked: Asked) -> Answered:
    """Return what the record rests on."""
    whole = record.overview(limit=1, **asked.view)
    kinds = [(kind, len(entries(kind.name.lower()))) for kind in types().values()]
    every = [entry for kind in types() for entry in entries(kind.lower())]
    return Answered("method", "Method", {"whole": whole, "kinds": kinds}, EntryRow, every)


def lexicon(_: Record, asked: Asked, type: str) -> Answered:  # noqa: A002, ARG001 - the word of the commands
    """Return the entries of the lexicon that make events of a type."""
    name = type.upper()
    if name not in TYPES:
        message = f"{type!r} is no type of event; choose from {', '.join(TYPES)}"
        raise UsageError(message)
    kind = next(one for one in types().values() if one.name == name)
    rows = entries(name.lower())
    return Answered("lexicon", f"Method: {name}", {"kind": kind, "rows": rows}, EntryRow, rows)


@cache
def entries(name: str) -> tuple[EntryRow, ...]:
    """Return the entries of one file of the lexicon, in its order."""
    table = read_toml("ranke", f"reading/events/verbs/{name}.toml")
    kind = str(table.pop("type"))
    return tuple(
        EntryRow(
            rule=f"{name}.{entry}",
            type=kind,
            mode=row.get("mode"),
            cameo=str(row.get("cameo", "")),
            words=tuple(word for part in ("verbs", "nouns", "adjectives") for word in row.get(part, ())),
            weight=float(row.get("weight", 0)),
            example=row.get("example", ""),
            who=row.get("who", ""),
            whom=row.get("whom", ""),
        )
        for entry, row in table.items()
        if isinstance(row, dict)
    )
