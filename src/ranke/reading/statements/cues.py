"""The tables of cues and attitudes, and where a text uses them."""

from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from spacy.tokens import Doc, Token

from ranke.errors import TableError
from ranke.model import Attitude
from ranke.reading.statements.trees import lemma_of
from ranke.reading.words import words_of
from ranke.tables import read_toml

FRAMES = (
    "clause", "quote", "infinitive", "order", "gerund", "object",
    "preposition", "as", "naming", "charge", "noun", "source",
)  # fmt: skip
_VERBAL = frozenset(FRAMES) - {"noun", "source"}
_ATTITUDES: tuple[Attitude, ...] = get_args(Attitude)
Frame = tuple[str, str]
"""A frame and the second word that the lemma needs in it, empty for none."""
_READS = frozenset({"read", "reads"})


@dataclass(frozen=True, slots=True)
class Words:
    """The sets of words that the frames lean on, as the head of the table explains them."""

    documents: frozenset[str]
    occasions: frozenset[str]
    platforms: frozenset[str]
    posting: frozenset[str]
    media_words: frozenset[str]
    media_names: frozenset[str]
    press: frozenset[str]
    people: frozenset[str]
    bodies: frozenset[str]
    tellers: frozenset[str]
    aloud: frozenset[str]
    issues: frozenset[str]
    things: frozenset[str]
    norms: frozenset[str]
    quoted_as: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """The tables, ready to look up: verbs and nouns by lemma, each with its frames and the second word each needs.

    `verbs` say; `held` are verbs of attitudes that nobody says in so many words; `attitudes` sorts the cues that say;
    `about` are nouns with a preposition ("support for"), `states` what somebody is ("confident that", "opposed to").
    """

    verbs: dict[str, tuple[Frame, ...]]
    nouns: frozenset[str]
    sources: tuple[tuple[str, ...], ...]
    held: dict[str, tuple[tuple[Attitude, tuple[Frame, ...]], ...]]
    attitudes: dict[str, Attitude]
    about: dict[tuple[str, str], Attitude]
    states: dict[tuple[str, str], Attitude]


@dataclass(frozen=True, slots=True)
class CueUse:
    """A verb that may hand on what somebody said: its token and (frame, second word) for each frame its lemma has.

    `held` are its frames for what is held but not said, by attitude.
    """

    token: Token
    frames: tuple[Frame, ...]
    held: tuple[tuple[Attitude, tuple[Frame, ...]], ...] = ()

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
    attitude: Attitude = "says"


@cache
def _table() -> tuple[Cues, Words]:
    table = read_toml("ranke.reading.statements", "cues.toml")
    words: dict[str, list[str]] = table.pop("words", {})
    entries = {frame: _checked(frame, table.pop(frame, {})) for frame in FRAMES}
    if table:
        message = f"table cues.toml: unknown frame {min(table)!r}; use one of {', '.join(FRAMES)}"
        raise TableError(message)
    sources = tuple(tuple(key.split()) for key in entries["source"])
    cues = Cues(_by_lemma(entries), frozenset(entries["noun"]), sources, *_attitudes())
    try:
        return cues, Words(**{name: frozenset(values) for name, values in words.items()})
    except TypeError as error:
        message = f"table cues.toml: the sets under [words] are not those the reader needs: {error}"
        raise TableError(message) from error


def _by_lemma(entries: dict[str, dict[str, str]]) -> dict[str, tuple[Frame, ...]]:
    verbs: dict[str, list[Frame]] = {}
    for frame in FRAMES:
        for key in entries.get(frame, ()) if frame in _VERBAL else ():
            lemma, _, second = key.partition(" ")
            verbs.setdefault(lemma, []).append((frame, second))
    return {lemma: tuple(frames) for lemma, frames in verbs.items()}


_Held = dict[str, tuple[tuple[Attitude, tuple[Frame, ...]], ...]]
_Pairs = dict[tuple[str, str], Attitude]


def _attitudes() -> tuple[_Held, dict[str, Attitude], _Pairs, _Pairs]:
    """Read the table of attitudes: verbs that hold one, the attitude of cues that say, nouns, states."""
    table = read_toml("ranke.reading.statements", "attitudes.toml")
    said: dict[str, list[str]] = table.pop("said", {})
    frames_used = {frame for frames in table.values() for frame in frames} - {*FRAMES, "state"}
    unknown = {*said, *table} - set(_ATTITUDES) | frames_used
    if unknown:
        message = f"table attitudes.toml: unknown attitude or frame {min(unknown)!r}; use {', '.join(_ATTITUDES)}"
        raise TableError(message)
    held: dict[str, list[tuple[Attitude, tuple[Frame, ...]]]] = {}
    pairs: dict[str, _Pairs] = {"noun": {}, "state": {}}
    for attitude in _ATTITUDES:
        entries = {frame: _checked(frame, found) for frame, found in table.get(attitude, {}).items()}
        for lemma, frames in _by_lemma(entries).items():
            held.setdefault(lemma, []).append((attitude, frames))
        for frame, found in pairs.items():
            for key in entries.get(frame, ()):
                lemma, _, second = key.partition(" ")
                found[lemma, second] = attitude
    sorted_under = {lemma: attitude for attitude in _ATTITUDES for lemma in said.get(attitude, ())}
    return {lemma: tuple(found) for lemma, found in held.items()}, sorted_under, pairs["noun"], pairs["state"]


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
    """Return the verbs of a text whose lemma is in the tables, in order of the text."""
    verbs, held = cues().verbs, cues().held
    found = []
    parsed = words_of(doc)
    for i, (pos, tag, lower) in enumerate(zip(parsed.pos, parsed.tag, parsed.lower, strict=True)):
        # The tagger takes "read" for a noun as often as not.
        if pos in ("VERB", "AUX") or tag[:2] == "VB" or lower in _READS:
            lemma = lemma_of(doc[i])
            if lemma in verbs or lemma in held:
                found.append(CueUse(doc[i], verbs.get(lemma, ()), held.get(lemma, ())))
    return found


def attitude_of(cue: Token) -> Attitude:
    """Return what somebody does who says something with this cue: asks, promises, warns … or only says."""
    return cues().attitudes.get(lemma_of(cue), "says")
