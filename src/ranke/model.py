"""The frozen types that the rooms share: a `Report` goes in, a `Reading` comes out.

The fields of `Reading` are the contract that `ranke read --json` writes, one object a line. Every span is `(start,
end)` in Unicode code points of the report's own text, end exclusive: `report.text[start:end]` gives the words back.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Span = tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]]
"""Characters, start inclusive, end exclusive."""

Scale = Annotated[float, Field(ge=-10, le=10)]
"""From -10, most conflict, to 10, most cooperation."""

Kind = Literal["person", "organization", "country", "group", "media"]
Form = Literal["name", "nominal", "pronoun"]
Status = Literal["happened", "ongoing", "planned", "possible", "denied"]
StatementKind = Literal["direct", "indirect", "mixed"]
Attitude = Literal[
    "says", "asks", "promises", "warns", "denies", "refuses", "supports", "opposes", "believes", "wants", "shows"
]
"""What somebody does with a content: says it, or asks for it, promises it, opposes it, wants it. A poll shows it."""
Polarity = Literal["positive", "negative"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Change = Literal["begins", "improves", "worsens", "breaks", "resumes", "good", "bad", "steady"]
"""How two actors stand to each other: the first five are turns, the last three are states."""
Sector = Literal[
    "GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY", "OPP", "REB", "IGO",
    "NGO", "MED", "BUS", "EDU", "REL", "CVL", "CRM", "REF",
]  # fmt: skip
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip

Context = Literal[
    "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro-democracy",
    "pro-autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression",
    "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping",
    "health", "asylum", "migration", "disasters", "natural_resources", "environment", "technology", "terrorism", "cbrn",
    "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
]  # fmt: skip
"""What an event is about, as PLOVER and the POLECAT data list it; `cbrn` is nuclear and chemical arms and the like."""

QUAD: dict[str, int] = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1,
    "COOPERATE": 2, "AID": 2, "RETREAT": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3,
    "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
"""The quad class of each type: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.

Source: PLOVER manual (Open Event Data Alliance), "quad class".
"""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Report(_Part):
    """A dated text, untouched.

    `text` is what is read; every span counts in it. `extra` keeps what else the row or the head held.
    """

    id: str
    date: str
    text: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    language: str = "en"
    extra: dict[str, Any] = Field(default_factory=dict)


class Document(_Part):
    """The head of a reading: which report it is of. `characters` is the length of the report's text."""

    id: str
    date: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    language: str = "en"
    characters: int


class Mention(_Part):
    """One place where an actor is named, described or pointed at."""

    span: Span
    form: Form


class Role(_Part):
    """A title or office that the text gives an actor; `span` is where it stands."""

    title: str
    organization: str | None = None
    span: Span | None = None


class Actor(_Part):
    """Who takes part, one entry for each actor in the report.

    `country` is ISO 3166-1 alpha-3 (`IGO` for intergovernmental bodies), `sector` one of PLOVER's codes.
    """

    id: str
    name: str
    kind: Kind
    country: str | None = None
    sector: Sector | None = None
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    mentions: tuple[Mention, ...] = ()


class DateValue(_Part):
    """An ISO 8601 value, its length its precision, and the words that gave it."""

    value: str | None = None
    span: Span | None = None


class EventPlace(_Part):
    """Where an event took place, as the text has it."""

    name: str
    country: str | None = None
    span: Span | None = None


class Event(_Part):
    """Who did what to whom: one entry per type, sides and occasion; `more` are its retellings.

    `goldstein` (of the CAMEO code) and `intensity` (of type and mode) run from -10, most conflict, to 10, most
    cooperation; null in readings from before they were told. `contexts` come surest first. `inferred` names the sides
    that the clause leaves open and the report makes likely; `confidence` is the probability that type and sides are
    right.
    """

    id: str
    type: EventType
    mode: str | None = None
    cameo: str | None = None
    quad: Literal[1, 2, 3, 4]
    goldstein: Scale | None = None
    intensity: Scale | None = None
    contexts: tuple[Context, ...] = ()
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    inferred: tuple[Literal["source", "target"], ...] = ()
    trigger: Span
    more: tuple[Span, ...] = ()
    evidence: Span
    date: DateValue = DateValue()
    place: EventPlace | None = None
    status: Status = "happened"
    attribution: tuple[str, ...] = ()
    core: bool = False
    confidence: Annotated[float, Field(ge=0, le=1)] = 0.5
    rule: str


class Statement(_Part):
    """Attributed content: who said it, to whom, in what (`medium`: a letter, a platform), through whom we know it."""

    id: str
    speaker: str | None = None
    speaker_span: Span | None = None
    addressee: str | None = None
    kind: StatementKind
    attitude: Attitude = "says"
    medium: Span | None = None
    cue: Span | None = None
    content: Span
    attribution: tuple[str, ...] = ()
    date: DateValue = DateValue()
    events: tuple[str, ...] = ()


class Stance(_Part):
    """A clear attitude of an actor to another actor (an id) or to a plan, policy or cause (its short name)."""

    holder: str
    target: str
    polarity: Polarity
    evidence: Span


class Time(_Part):
    """A time expression and its ISO 8601 value against the report's date; null when it can't be told."""

    span: Span
    value: str | None = None
    type: TimeType


class Place(_Part):
    """A place named in the text; latitude and longitude in degrees."""

    span: Span
    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


class Relation(_Part):
    """How two actors stand to each other, or how that changed, as somebody claims: `holder`, or the reporter if null.

    `period` is when: a day, month or year, or an open interval such as `2011/` for "since 2011".
    """

    id: str
    parties: tuple[str, str]
    change: Change
    period: DateValue = DateValue()
    holder: str | None = None
    attribution: tuple[str, ...] = ()
    evidence: Span
    trigger: Span


class Reading(_Part):
    """What one report says."""

    format: Literal["ranke/1"] = "ranke/1"
    document: Document
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    stances: tuple[Stance, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    relations: tuple[Relation, ...] = ()
