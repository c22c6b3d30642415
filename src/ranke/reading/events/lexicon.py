"""The verb lexicon: which words make which event, and who stands where around them.

The entries are in `verbs/`, one TOML file for each event type; the heads of those files say what a field means. This
module reads and checks them and answers one question: which entries may begin at this lemma?
"""

from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

from ranke.errors import TableError
from ranke.model import EventType, Status
from ranke.tables import read_toml

PACKAGE = "ranke.reading.events"
Frame = Literal["transitive", "mutual", "reverse", "intransitive"]
Word = Literal["verb", "noun", "adjective"]

_VERB_SLOTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "transitive": (("subj",), ("obj", "comp", "prep:against", "prep:on", "prep:to", "prep:with")),
    "mutual": (("subj",), ("obj", "prep:with", "prep:between")),
    "reverse": (("obj", "prep:by", "prep:from"), ("subj",)),
    "intransitive": (("subj",), ()),
}
_NOUN_SOURCE = ("subj", "poss", "prep:by", "prep:from", "mod")
_NOUN_TARGET = (
    "prep:against", "prep:on", "prep:with", "prep:to", "prep:of", "prep:toward", "prep:towards",
    "prep:at", "prep:for", "prep:over", "prep:between", "prep:into",
)  # fmt: skip
_TOLD_BY_TEXT = {"@place", "@person", "@money", "@organisation", "@epithet"}
_KNOWN = {
    "mode", "cameo", "verbs", "nouns", "adjectives", "source", "target", "noun_source", "noun_target", "frame",
    "weight", "object", "not_object", "subject", "not_subject", "object_actor", "subject_actor", "clause", "negated",
    "status", "example", "who", "whom",
    "predicate",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the lexicon; `rule` names it ("consult.meet") in every event that it makes.

    `source` and `target` are the slots of a verb, `noun_source` and `noun_target` those of a noun, best first.
    `weight` (0 to 1) says how surely the word alone makes the event. `predicate` limits what the verb says of its
    subject or object ("called the raid a crime", "was an honour").
    """

    rule: str
    type: EventType
    frame: Frame
    source: tuple[str, ...]
    target: tuple[str, ...]
    noun_source: tuple[str, ...]
    noun_target: tuple[str, ...]
    weight: float
    mode: str | None
    cameo: str | None
    object: frozenset[str]
    not_object: frozenset[str]
    subject: frozenset[str]
    not_subject: frozenset[str]
    predicate: frozenset[str]
    object_actor: bool
    subject_actor: bool
    clause: Literal["", "required", "forbidden"]
    negated: EventType | None
    status: Status | None
    example: str
    who: str
    whom: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A word or several of an entry: `words` are lemmas, the first (for compounds the last) the head."""

    entry: Entry
    word: Word
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All patterns by word class and head lemma, and all entries in the order of the tables."""

    patterns: dict[tuple[Word, str], tuple[Pattern, ...]]
    entries: tuple[Entry, ...] = field(default=())


@cache
def noun_classes() -> dict[str, frozenset[str]]:
    """Return the classes of nouns of `classes.toml`, each as a set of lemmas."""
    return {name: frozenset(words) for name, words in read_toml(PACKAGE, "classes.toml").items()}


def _nouns(rule: str, words: list[str]) -> frozenset[str]:
    """Return a restriction's lemmas, its classes written out ("@weapon")."""
    found: set[str] = set()
    for word in words:
        if not word.startswith("@") or word in _TOLD_BY_TEXT:
            found.add(word)
        elif word[1:] in noun_classes():
            found |= noun_classes()[word[1:]]
        else:
            message = f"lexicon entry {rule}: no class of nouns {word!r}"
            raise TableError(message)
    return frozenset(found)


def _entry(rule: str, kind: EventType, row: dict[str, Any]) -> Entry:
    unknown = sorted(set(row) - _KNOWN)
    if unknown or not row.get("example") or not (row.get("verbs") or row.get("nouns") or row.get("adjectives")):
        message = (
            f"lexicon entry {rule}: {f'unknown field {unknown[0]}' if unknown else 'it needs words and an example'}"
        )
        raise TableError(message)
    frame = row.get("frame", "transitive")
    if frame not in _VERB_SLOTS:
        message = f"lexicon entry {rule}: frame {frame!r} is none of {', '.join(_VERB_SLOTS)}"
        raise TableError(message)
    if row.get("negated") and row["negated"] not in get_args(EventType):
        message = f"lexicon entry {rule}: negated {row['negated']!r} is no event type"
        raise TableError(message)
    source, target = _VERB_SLOTS[frame]
    nouns = ((), _NOUN_SOURCE) if frame == "reverse" else (_NOUN_SOURCE, _NOUN_TARGET)
    return Entry(
        rule=rule,
        type=kind,
        frame=frame,
        source=tuple(row.get("source", source)),
        target=tuple(row.get("target", target)),
        noun_source=tuple(row.get("noun_source", nouns[0])),
        noun_target=tuple(row.get("noun_target", nouns[1])),
        weight=float(row.get("weight", 0.6)),
        mode=row.get("mode") or None,
        cameo=row.get("cameo") or None,
        object=_nouns(rule, row.get("object", [])),
        not_object=_nouns(rule, row.get("not_object", [])),
        subject=_nouns(rule, row.get("subject", [])),
        not_subject=_nouns(rule, row.get("not_subject", [])),
        predicate=_nouns(rule, row.get("predicate", [])),
        object_actor=bool(row.get("object_actor", False)),
        subject_actor=bool(row.get("subject_actor", False)),
        clause=row.get("clause", ""),
        negated=row.get("negated") or None,
        status=row.get("status") or None,
        example=row["example"],
        who=row.get("who", ""),
        whom=row.get("whom", ""),
    )


@cache
def refused(entry: Entry) -> Entry:
    """Return an entry as "will not" makes it: whoever says no to an act of cooperation rejects it."""
    return replace(entry, negated="REJECT", mode=None, cameo="120")


_NOUN_LINKS = {"of", "for", "on", "in", "to", "with", "from"}


def _head(word: Word, words: tuple[str, ...]) -> str:
    """A noun's head is its last word, or the one before its preposition ("state of emergency"); else the first word."""
    if word != "noun" or any(link in words[1:] for link in _NOUN_LINKS):
        return words[0]
    return words[-1]


@cache
def lexicon() -> Lexicon:
    """Return the whole lexicon, read and checked once a process.

    Raises:
        TableError: If an entry has an unknown field or code, no example, or stands twice.
    """
    entries: list[Entry] = []
    patterns: dict[tuple[Word, str], list[Pattern]] = {}
    folder = files(PACKAGE).joinpath("verbs")
    for name in sorted(path.name for path in folder.iterdir() if path.name.endswith(".toml")):
        table = read_toml(PACKAGE, f"verbs/{name}")
        kind = table.pop("type")
        if kind not in get_args(EventType):
            message = f"lexicon file {name}: type {kind!r} is none of the 16 event types"
            raise TableError(message)
        for rule, row in table.items():
            entry = _entry(f"{kind.lower()}.{rule}", kind, row)
            entries.append(entry)
            classes: tuple[tuple[Word, str], ...] = (("verb", "verbs"), ("noun", "nouns"), ("adjective", "adjectives"))
            for word, column in classes:
                for text in row.get(column, ()):
                    words = tuple(text.lower().split())
                    patterns.setdefault((word, _head(word, words)), []).append(Pattern(entry, word, words))
    return Lexicon({key: tuple(found) for key, found in patterns.items()}, tuple(entries))
