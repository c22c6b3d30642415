"""The table of cues, and where a text uses them."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from ranke.errors import TableError
from ranke.reading.statements.trees import lemma_of
from ranke.tables import read_toml

FRAMES = (
    "clause", "quote", "infinitive", "order", "gerund", "object",
    "preposition", "as", "naming", "charge", "noun", "source",
)  # fmt: skip
_VERBAL = frozenset(FRAMES) - {"noun", "source"}
_READS = frozenset({"read", "reads"})


@dataclass(frozen=True, slots=True)
class Words:
    """The sets of words that the frames lean on, as the head of the table explains them."""

    documents: frozenset[str]
    occasions: frozenset[str]
    media_words: frozenset[str]
    media_names: frozenset[str]
    press: frozenset[str]
    people: frozenset[str]
    tellers: frozenset[str]
    aloud: frozenset[str]
    issues: frozenset[str]
    things: frozenset[str]
    norms: frozenset[str]
    quoted_as: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """The table, ready to look up: verbs and nouns by lemma, each with its frames and the second word each needs."""

    verbs: dict[str, tuple[tuple[str, str], ...]]
    nouns: frozenset[str]
    sources: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class CueUse:
    """A verb that may hand on what somebody said: its token and (frame, second word) for each frame its lemma has."""

    token: Token
    frames: tuple[tuple[str, str], ...]

    def has(self, *names: str) -> bool:
        """Tell whether the lemma has one of these frames."""
        return any(name in names for name, _ in self.frames)

    def seconds(self, frame: str) -> list[str]:
        """Return the second words that the lemma takes in this frame; the empty one for none."""
        return [second for name, second in self.frames if name == frame]


@dataclass(frozen=True, slots=True)
class Content:
    """What a cue hands on: tokens `[start, end)`, the frame, where the cue's own words end, and who is told."""

    start: int
    end: int
    frame: str
    cue_end: int
    addressee: int | None = None


@cache
def _table() -> tuple[Cues, Words]:
    table = read_toml("ranke.reading.statements", "cues.toml")
    words: dict[str, list[str]] = table.pop("words", {})
    entries = {frame: _checked(frame, table.pop(frame, {})) for frame in FRAMES}
    if table:
        message = f"table cues.toml: unknown frame {min(table)!r}; use one of {', '.join(FRAMES)}"
        raise TableError(message)
    verbs: dict[str, list[tuple[str, str]]] = {}
    for frame in FRAMES:
        for key in entries[frame] if frame in _VERBAL else ():
            lemma, _, second = key.partition(" ")
            verbs.setdefault(lemma, []).append((frame, second))
    sources = tuple(tuple(key.split()) for key in entries["source"])
    cues = Cues({lemma: tuple(frames) for lemma, frames in verbs.items()}, frozenset(entries["noun"]), sources)
    try:
        return cues, Words(**{name: frozenset(values) for name, values in words.items()})
    except TypeError as error:
        message = f"table cues.toml: the sets under [words] are not those the reader needs: {error}"
        raise TableError(message) from error


def _checked(frame: str, entries: dict[str, Any]) -> dict[str, str]:
    if not entries:
        message = f"table cues.toml: frame {frame!r} has no entries"
        raise TableError(message)
    for key, example in entries.items():
        if not isinstance(example, str) or example.count("{") != 1 or example.count("}") != 1:
            message = f"table cues.toml: the example of {key!r} in {frame!r} needs its content in one pair of braces"
            raise TableError(message)
    return entries


def cues() -> Cues:
    """Return the table of cues.

    Raises:
        TableError: If a frame is unknown or empty, or an example has no content in braces.
    """
    return _table()[0]


def words() -> Words:
    """Return the sets of words that stand beside the cues.

    Raises:
        TableError: If the table breaks its rules.
    """
    return _table()[1]


def cue_verbs(doc: Doc) -> list[CueUse]:
    """Return the verbs of a text whose lemma is in the table, in order of the text."""
    verbs = cues().verbs
    found = []
    for token in doc:
        # The tagger takes "read" for a noun as often as not.
        if token.pos_ in ("VERB", "AUX") or token.tag_[:2] == "VB" or token.lower_ in _READS:
            frames = verbs.get(lemma_of(token))
            if frames:
                found.append(CueUse(token, frames))
    return found
