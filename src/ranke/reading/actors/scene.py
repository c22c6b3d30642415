"""What the steps of coreference share while they walk through a report."""

from collections import Counter
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from ranke.reading.actors.chains import Chain, Chains
from ranke.reading.actors.nouns import reference
from ranke.reading.actors.spots import SUBJECTS, Spot
from ranke.reading.actors.trail import Trail
from ranke.reading.events.frames import direct_object
from ranke.reading.words import words_of

_EARLY = 20
"""Expressions at the head of a report that tell most about where it is set."""
_NAMED, _AS_PLACE, _FIRST = (4, 10), (10, 25), 8
"""What a country counts where it is named, late and early, where it tells a place, and what the first one gains."""


@dataclass(slots=True)
class Scene:
    """The chains of a report so far, who is meant at which token, and what was mentioned last.

    `home` is the country that the report is mostly about; `named_people` are the people with a name, in order,
    `named_bodies` the bodies; `keyed` holds bodies and groups without a name by what was said of them.
    """

    doc: Doc
    chains: Chains
    trail: Trail
    home: str | None
    named_people: list[Chain]
    named_bodies: list[Chain]
    heads: dict[int, tuple[Chain, ...]] = field(default_factory=dict)
    keyed: dict[tuple[object, ...], Chain] = field(default_factory=dict)
    by_noun: dict[str, list[Chain]] = field(default_factory=dict)

    def owner_country(self, spot: Spot) -> str | None:
        """Return the country of whoever "his" or "its" before a noun means."""
        owners = self.heads.get(spot.owner, ())
        return owners[0].country or owners[0].office_country if len(owners) == 1 else None


def home_country(doc: Doc, spots: list[Spot]) -> str | None:
    """Return the country that a report is mostly about: the one named most, as a place, early and first above all.

    The seat of a charity or a watchdog, which tables tell, tells nothing of where its work is, nor does that of the
    agency in brackets that opens a report.
    """
    votes: Counter[str] = Counter()
    for rank, spot in enumerate(spots):
        agency = spot.sector == "MED" and spot.start > 0 and doc[spot.start - 1].text in ("(", "/")
        seat = spot.known is not None and spot.known.sort == "organization" and (spot.sector == "NGO" or agency)
        if spot.country and spot.country != "IGO" and spot.named and not seat:
            first = 0 if votes else _FIRST
            votes[spot.country] += (_AS_PLACE if spot.local else _NAMED)[rank < _EARLY] + first
    return min(votes, key=lambda code: (-votes[code], code)) if votes else None


def blamed_tokens(doc: Doc) -> frozenset[int]:
    """Return the heads of who is arrested, charged or sentenced."""
    verbs = reference()["accusing"]
    blaming = (doc[i] for i, lemma in enumerate(words_of(doc).lemma) if lemma in verbs)
    found = [direct_object(token) for token in blaming if token.pos_ == "VERB"]
    found += [_found_guilty(doc[i]) for i, lemma in enumerate(words_of(doc).lemma) if lemma == "guilty"]
    return frozenset(token.i for token in found if token is not None)


def _found_guilty(guilty: Token) -> Token | None:
    """Return who is said to be guilty: "the court found Ada Novak guilty"."""
    who = next((below for below in guilty.lefts if below.dep_ in SUBJECTS), None)
    return who or (direct_object(guilty.head) if guilty.head.lemma_ in ("find", "declare") else None)
