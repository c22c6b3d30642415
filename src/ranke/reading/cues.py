"""The table of cues, and where a text uses them."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from ranke.errors import TableError
from ranke.tables import read_toml

FRAMES = (
    "clause", "quote", "infinitive", "order", "gerund", "object",
    "preposition", "as", "naming", "charge", "noun", "source",
)  # fmt: skip
_VERBAL = frozenset(FRAMES) - {"noun", "source"}
_VERBS = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Cues:
    """The table, ready to look up: verbs and nouns by lemma, each with its frames and the second word each needs."""

    verbs: dict[str, tuple[tuple[str, str], ...]]
    nouns: frozenset[str]
    sources: tuple[tuple[str, ...], ...]
    documents: frozenset[str]
    media_words: frozenset[str]
    media_names: frozenset[str]
    press: frozenset[str]
    aloud: frozenset[str]
    things: frozenset[str]
    norms: frozenset[str]
    quoted_as: frozenset[str]


@dataclass(frozen=True, slots=True)
class CueUse:
    """A verb that may hand on what somebody said: its token and (frame, second word) for each frame its lemma has."""

    token: Token
    frames: tuple[tuple[str, str], ...]

    def has(self, frame: str) -> bool:
        """Tell whether the lemma has this frame."""
        return any(name == frame for name, _ in self.frames)


@cache
def cues() -> Cues:
    """Return the table of cues.

    Raises:
        TableError: If a frame is unknown or empty, or an example has no content in braces.
    """
    table = read_toml("ranke.reading", "cues.toml")
    words: dict[str, list[str]] = table.pop("words")
    verbs: dict[str, list[tuple[str, str]]] = {}
    for frame in FRAMES:
        entries = _checked(frame, table.pop(frame, {}))
        if frame in _VERBAL:
            for key in entries:
                lemma, _, second = key.partition(" ")
                verbs.setdefault(lemma, []).append((frame, second))
        elif frame == "noun":
            nouns = frozenset(entries)
        else:
            sources = tuple(tuple(key.split()) for key in entries)
    if table:
        message = f"table cues.toml: unknown frame {sorted(table)[0]!r}; use one of {', '.join(FRAMES)}"
        raise TableError(message)
    sets = {name: frozenset(values) for name, values in words.items()}
    return Cues({lemma: tuple(frames) for lemma, frames in verbs.items()}, nouns, sources, **sets)


def _checked(frame: str, entries: dict[str, Any]) -> dict[str, str]:
    if not entries:
        message = f"table cues.toml: frame {frame!r} has no entries"
        raise TableError(message)
    for key, example in entries.items():
        if not isinstance(example, str) or example.count("{") != 1 or example.count("}") != 1:
            message = f"table cues.toml: the example of {key!r} in {frame!r} needs its content in one pair of braces"
            raise TableError(message)
    return entries


def lemma_of(token: Token) -> str:
    """Return the lemma in small letters."""
    return str(token.lemma_).lower()


def cue_verbs(doc: Doc) -> list[CueUse]:
    """Return the verbs of a text whose lemma is in the table, in order of the text."""
    verbs = cues().verbs
    found = []
    for token in doc:
        if token.pos_ in _VERBS or token.lower_ in ("read", "reads") or token.tag_ in ("VBG", "VBN", "VBD", "VBZ"):
            frames = verbs.get(lemma_of(token))
            if frames:
                found.append(CueUse(token, frames))
    return found
