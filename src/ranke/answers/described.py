"""What a description of an actor says, and who is meant: the answer of `ranke who`."""

from dataclasses import dataclass
from typing import Literal

Sureness = Literal["sure", "likely"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody else who may be meant, or another office of the one who is: `until` is null where no end is known."""

    name: str
    title: str
    holder: str
    since: str
    until: str | None

    def __str__(self) -> str:
        return f"{self.name} ({self.title}, {self.holder}, {self.since} to {self.until or 'now'})"


@dataclass(frozen=True, slots=True)
class Described:
    """Who or what a description means.

    `kind` is null where it tells of no actor, `country` is ISO 3166-1 alpha-3 (`IGO` for intergovernmental bodies),
    `sector` one of PLOVER's codes. `name` is the usual one, in the words of the article on them where that is known,
    `body` the organisation that is meant or belonged to. `office` is a title and `holder` the country's code or the
    body that it is held in; `former`: it is held no more. `since` and `until` (the first day not in office any more)
    are ISO 8601 values, their length their precision; `until` is null where no end is known. `sure` is about the name:
    "sure" where the words or the tables leave no choice, "likely" where a surname or a date near a change leaves one,
    null without a name. `id` is that of the case, where many are asked.
    """

    text: str
    date: str | None = None
    kind: str | None = None
    country: str | None = None
    sector: str | None = None
    name: str | None = None
    body: str | None = None
    office: str | None = None
    holder: str | None = None
    former: bool = False
    since: str | None = None
    until: str | None = None
    sure: Sureness | None = None
    others: tuple[Candidate, ...] = ()
    id: str | None = None
