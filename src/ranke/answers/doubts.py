"""What a record is least sure of, for a person to decide."""

from dataclasses import dataclass
from typing import Literal

from ranke.answers.rows import EventRow, Evidence

DoubtKind = Literal["joined", "apart", "event", "accounts"]


@dataclass(frozen=True, slots=True)
class DoubtSide:
    """One of the two things that a doubt is about, with words for each.

    `id` is what judgements call it by: an entry of an actor, an event, or an account of one. `facts` tell what it is.
    """

    id: str
    name: str
    facts: tuple[str, ...]
    reports: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """Something that a person may know better than the record.

    `kind` is `joined` (entries that are one actor on weak grounds), `apart` (actors that are alike and not joined),
    `event` (one told with low confidence) or `accounts` (accounts joined to one event that differ much). `merge A B`
    answers what is apart, `confirm A B` what is joined, `distinct A B` both, A and B being the ids of the sides;
    `confirm`, `reject` and `retype` answer an event; `unsure` puts any of them aside. `why` says in one sentence what
    is doubtful. `event` is the one that it is about, null for actors. `id` is made of the sides' ids, and so stays.
    """

    id: str
    kind: DoubtKind
    what: str
    why: str
    sides: tuple[DoubtSide, ...]
    event: EventRow | None
