"""What a page is asked with: the query of its address, checked, in the words of the commands."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from ranke.model import Context, EventType, Sector
from ranke.model import Kind as ActorKind

WHOLE = 100
"""Rows of each part of an answer of several parts, where nobody asks for another number."""

_LONGEST = 300
"""Characters of a name that is asked for."""


def _nothing(value: Any) -> Any:  # noqa: ANN401 - whatever the address has
    """Take an empty field of a form for one that is not there."""
    return None if isinstance(value, str) and not value.strip() else value


def _listed(value: Any) -> Any:  # noqa: ANN401 - whatever the address has
    """Take `a=1&a=2` and `a=1,2` alike."""
    given = value if isinstance(value, (list, tuple)) else [value] if value is not None else []
    return [part.strip() for one in given for part in str(one).split(",") if part.strip()]


def _filled(value: Any) -> Any:  # noqa: ANN401 - whatever the address has
    given = value if isinstance(value, (list, tuple)) else [value] if value is not None else []
    return [one.strip() for one in given if str(one).strip()]


type Text = Annotated[Annotated[str, Field(max_length=_LONGEST)] | None, BeforeValidator(_nothing)]
type Day = Annotated[
    Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", examples=["2019-07-23"])] | None,
    BeforeValidator(_nothing),
]
type Flag = Annotated[bool, BeforeValidator(lambda value: _nothing(value) or False)]
Kind = Literal["contradiction", "account", "update", "granularity"]
DoubtKind = Literal["joined", "apart", "event", "accounts"]
type Code = Annotated[str, Field(pattern="^[A-Za-z]{3}$")]
KINDS, TYPES, CONTEXTS = get_args(Kind), get_args(EventType), get_args(Context)
ACTOR_KINDS, SECTORS = get_args(ActorKind), get_args(Sector)


class Asked(BaseModel):
    """What every page takes: how the record is looked at."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True, frozen=True)

    as_of: Day = Field(None, description="as it was known on this day: only what reports up to then tell")
    without: Annotated[tuple[str, ...], BeforeValidator(_filled)] = Field(
        (), max_length=20, description="outlets and actors left out as sources, with what rests on them alone"
    )

    @property
    def view(self) -> dict[str, Any]:
        """How the record is looked at, as its questions take it."""
        return {"as_of": self.as_of, "without": self.without}


class WholeAsked(Asked):
    """What a page of several parts takes besides."""

    limit: Annotated[Annotated[int, Field(ge=1, le=1000)] | None, BeforeValidator(_nothing)] = Field(
        None, description=f"rows of each part at most, the latest ({WHOLE} if not given)"
    )


class Listed(Asked):
    """What a page with a list takes besides."""

    limit: Annotated[Annotated[int, Field(ge=0, le=1000)] | None, BeforeValidator(_nothing)] = Field(
        None, description="rows at most; 0, in JSON and CSV only, is all"
    )
    next: Text = Field(None, description="the token of the answer before; rows go on where that ended")

    @property
    def question(self) -> list[object]:
        """What a token of this question belongs to."""
        fields: Mapping[str, object] = self.model_dump(exclude={"limit", "next"})
        return [type(self).__name__, *fields.items()]


class Between(Listed):
    """A list that can be narrowed to some days."""

    since: Day = Field(None, description="from this day, month or year on")
    until: Day = Field(None, description="up to this day, month or year")


class TimelineAsked(Between):
    """What the timeline is narrowed by."""

    actor: Text = Field(None, description="only what this actor does or meets: a name or an id")
    with_: Text = Field(None, alias="with", description="only what also involves this one")
    type: Annotated[tuple[EventType, ...], BeforeValidator(_listed)] = Field((), description="only these types")
    context: Annotated[tuple[Context, ...], BeforeValidator(_listed)] = Field((), description="only these contexts")
    place: Text = Field(None, description="only what took place there")
    core: Flag = Field(default=False, description="only what reports are about")


class StatementsAsked(Between):
    """What statements are narrowed by."""

    speaker: Text = Field(None, description="only what this actor said")
    about: Text = Field(None, description="only what was said about this actor")


class ConflictsAsked(Listed):
    """What conflicts are narrowed by."""

    actor: Text = Field(None, description="only on events that this actor has part in")
    kind: Annotated[tuple[Kind, ...], BeforeValidator(_listed)] = Field((), description="only these kinds")


class SearchAsked(Listed):
    """What is looked for."""

    words: Text = Field(None, description='all of them stand in the passage; "two words" stand side by side')
    outlet: Text = Field(None, description="only in reports of this outlet")
    year: Annotated[Annotated[str, Field(pattern=r"^[0-9]{4}$")] | None, BeforeValidator(_nothing)] = Field(
        None, description="only in reports of this year"
    )


class ChangesAsked(WholeAsked):
    """Since when."""

    since: Day = Field(None, description="what the record learned from reports of this day and later")
    until: Day = Field(None, description="up to this day")


class ActorsAsked(Listed):
    """What the list of actors is narrowed by."""

    search: Text = Field(None, description="only those one of whose names has these words")
    kind: Annotated[tuple[ActorKind, ...], BeforeValidator(_listed)] = Field((), description="only these kinds")
    country: Annotated[tuple[Code, ...], BeforeValidator(_listed)] = Field(
        (), description="only of these countries: ISO 3166-1 alpha-3, or IGO"
    )
    sector: Annotated[tuple[Sector, ...], BeforeValidator(_listed)] = Field((), description="only of these sectors")


class NetworkAsked(Asked):
    """What the network is narrowed by."""

    actor: Text = Field(None, description="only whom this one meets: a name or an id")
    type: Annotated[tuple[EventType, ...], BeforeValidator(_listed)] = Field((), description="only acts of these types")
    since: Day = Field(None, description="from this day, month or year on")
    until: Day = Field(None, description="up to this day, month or year")
    limit: Annotated[Annotated[int, Field(ge=1, le=500)] | None, BeforeValidator(_nothing)] = Field(
        None, description="ties at most, the strongest"
    )


class ReportAsked(Asked):
    """Which words of a report."""

    span: Annotated[Annotated[str, Field(pattern=r"^[0-9]{1,12}-[0-9]{1,12}$")] | None, BeforeValidator(_nothing)] = (
        Field(None, description="words to mark: characters, end exclusive")
    )
    part: Annotated[Annotated[int, Field(ge=1, le=100_000)] | None, BeforeValidator(_nothing)] = Field(
        None, description="which part of a long report, from 1"
    )

    @property
    def marked(self) -> tuple[int, int] | None:
        """The words to mark, in characters."""
        if self.span is None:
            return None
        start, _, end = self.span.partition("-")
        return (int(start), int(end)) if int(start) < int(end) else None


class ReviewAsked(Listed):
    """What the queue is narrowed by."""

    kind: Annotated[tuple[DoubtKind, ...], BeforeValidator(_listed)] = Field((), description="only these kinds")


class RelationsAsked(WholeAsked):
    """Between whom."""

    one: Text = Field(None, description="an actor: a name or an id")
    other: Text = Field(None, description="another one")
