"""What the steps of one reading hand on to each other: unfinished pieces, in tokens of the parsed `Doc`.

These never leave `reading/`; `reading/finish.py` turns them into the frozen types of `ranke.model`.
"""

from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Token

from ranke.model import (
    Attitude,
    Context,
    DateValue,
    EventPlace,
    EventType,
    Form,
    Kind,
    Sector,
    Span,
    StatementKind,
    Status,
)

Trace = list[tuple[int, str]]
"""Notes on what the lexicon matched and refused: the token, and one line."""


@dataclass(slots=True)
class MentionPart:
    """One expression that names, describes or points at an actor: tokens `[start, end)` around `head`."""

    start: int
    end: int
    head: int
    form: Form


@dataclass(slots=True)
class RolePart:
    """A title that the text gives an actor; `start`, `end` are tokens."""

    title: str
    organization: str | None
    start: int
    end: int


@dataclass(slots=True)
class ActorPart:
    """An actor of this report, with all its mentions in order of the text."""

    id: str
    name: str
    kind: Kind
    country: str | None = None
    sector: Sector | None = None
    aliases: list[str] = field(default_factory=list)
    roles: list[RolePart] = field(default_factory=list)
    mentions: list[MentionPart] = field(default_factory=list)


@dataclass(slots=True)
class Cast:
    """The actors of a report, and who is meant at which token.

    `heads` maps the head token of a mention to the actors meant: one as a rule, several for "both sides" or "they".
    """

    actors: dict[str, ActorPart]
    heads: dict[int, tuple[str, ...]]

    def of(self, token: Token | None) -> tuple[str, ...]:
        """Return the ids of the actors mentioned with this head token; empty where it is no mention."""
        return self.heads.get(token.i, ()) if token is not None else ()


@dataclass(slots=True)
class StatementPart:
    """Attributed content. `cue` and `content` are characters; `speaker`, `addressee`, `relays` are head tokens.

    `beside` are the heads of those who say it with the speaker: "Jo Hill and the mayor said".
    `frame` is how the cue hands it on, as the table of cues calls it: a clause, an infinitive, a noun phrase. `medium`
    are the characters that name in what it is said.
    """

    content: Span
    cue: Span | None
    kind: StatementKind
    speaker: int | None = None
    speaker_span: Span | None = None
    addressee: int | None = None
    beside: tuple[int, ...] = ()
    relays: tuple[int, ...] = ()
    cue_token: int | None = None
    frame: str = ""
    attitude: Attitude = "says"
    medium: Span | None = None


@dataclass(slots=True)
class EventPart:
    """An event as the grammar gives it: `anchor` is its trigger's token, `trigger` characters, the sides actor ids.

    `about` is the lemma of an object that stands for no actor: what is supported, rejected or announced. `inferred`
    are the sides that the clause does not give; `sure_source` and `sure_target` the probabilities of what was chosen
    for open ones, 1 for those that are told.
    """

    type: EventType
    rule: str
    mode: str | None
    cameo: str | None
    anchor: int
    trigger: Span
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    inferred: tuple[Literal["source", "target"], ...] = ()
    sure_source: float = 1.0
    sure_target: float = 1.0
    about: str = ""
    mutual: bool = False
    status: Status = "happened"
    weight: float = 0.5
    more: tuple[Span, ...] = ()
    attribution: tuple[str, ...] = ()
    date: DateValue = field(default_factory=DateValue)
    place: EventPlace | None = None
    core: bool = False
    confidence: float = 0.5
    contexts: tuple[Context, ...] = ()
