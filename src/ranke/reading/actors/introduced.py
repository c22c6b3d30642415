"""Somebody brought in without a name at the head of a report and named in the sentences after it.

"A former governor was jailed on Tuesday. The court found Ada Novak, 61, guilty of fraud": the governor is Ada Novak.
"""

from spacy.tokens import Token

from ranke.reading.actors.chains import Chain
from ranke.reading.actors.nouns import reference
from ranke.reading.actors.scene import Scene
from ranke.reading.actors.spoken import is_speaker
from ranke.reading.actors.spots import SUBJECTS, Spot

_HEAD = 1
"""The last sentence, after headline and dateline, whose "a federal judge" may be named later."""
_SOON = 3
"""Sentences within which he is named then."""
_FULL = 2
"""Words of a name that brings somebody in."""
_PROMINENT = (*sorted(SUBJECTS), "dobj")
_AGE = range(10, 110)


def join_introduced(scene: Scene) -> None:
    """Join "a federal judge ruled" at the head of a report to the judge whom the next sentences name."""
    where = scene.trail.sentences
    accused = {chain.number for chain in scene.chains.living() if _is_accused(scene, chain)}
    for chain in unnamed(scene):
        first = chain.spots[0]
        here = where[first.head]
        if here > _HEAD:
            break
        if first.plural or first.owner >= 0 or first.number not in ("", "a") or (first.definite and not first.bodies):
            continue
        named = [(other, spot) for other in scene.named_people if (spot := _naming(other)) is not None]
        soon = [one for one in named if here < where[one[1].head] <= here + _SOON and _agree(first, one[0])]
        known = next((other for other, spot in soon if _introduces(first, other, spot)), None)
        if known is None and soon and not _told_apart(chain, *soon[0]):
            alone = all(where[spot.head] > here for _, spot in named[: named.index(soon[0])])
            known = soon[0][0] if _is_introduced(scene, chain, *soon[0], accused, alone=alone) else None
        if known is None and soon and _speaks_on(scene, first, *soon[0]):
            known = soon[0][0]
        if known is not None:
            scene.chains.merge(known, chain)


def unnamed(scene: Scene) -> list[Chain]:
    """Return the people without a name in order of their first mention."""
    people = [chain for chain in scene.chains.living() if chain.kind == "person" and not chain.named]
    return sorted(people, key=lambda chain: chain.spots[0].start)


def _naming(chain: Chain) -> Spot | None:
    """Return where a person is named first; none for one who was joined to another."""
    return next((spot for spot in chain.spots if spot.named), None) if chain.merged is None else None


def _is_accused(scene: Scene, chain: Chain) -> bool:
    return chain.number in scene.trail.accused


def _agree(first: Spot, other: Chain) -> bool:
    """Whether neither gender nor country keeps a description and a named person apart."""
    if first.gender and other.gender and first.gender != other.gender:
        return False
    country = other.country or other.office_country
    return not (first.country and country and first.country != country)


def _introduces(first: Spot, other: Chain, named: Spot) -> bool:
    last = first.noun.split(" ")[-1]
    return any(office.noun.split(" ")[-1] == last and office.start <= named.end + _SOON for office in other.offices)


def _told_apart(chain: Chain, other: Chain, named: Spot) -> bool:
    """Whether the one named bears a title, or has been named before."""
    return bool(other.offices) or named.start < chain.spots[0].start


def _speaks_on(scene: Scene, first: Spot, other: Chain, named: Spot) -> bool:
    """Whether who is quoted without a name is named and quoted at once: "a minister said. Ada Novak, envoy, said"."""
    doc, where = scene.doc, scene.trail.sentences
    if not is_speaker(doc[first.head]) or not is_speaker(doc[named.head]) or len(named.words) < _FULL:
        return False
    if where[named.head] != where[first.head] + 1 or not doc[named.start].is_sent_start:
        return False
    offices = [office for office in other.offices if office.start <= named.end + _SOON]
    loose = first.noun.rsplit(" ", 1)[-1] in reference()["loose"]
    return any(loose or (office.sector is not None and office.sector == first.sector) for office in offices)


def _is_introduced(scene: Scene, chain: Chain, other: Chain, named: Spot, accused: set[int], *, alone: bool) -> bool:
    """Whether a full name without a title is that of the one whom the head of the report is about.

    Args:
        scene: The report.
        chain: Who is brought in without a name.
        other: Who is named soon.
        named: Where he is named.
        accused: The numbers of whoever is arrested or charged.
        alone: Whether nobody is named before him.
    """
    first, words = chain.spots[0], reference()
    if len(named.words) < _FULL:
        return False
    if _is_given(scene.doc[first.head]) and _has_age(scene, named):
        return True
    if scene.doc[first.head].dep_ not in _PROMINENT:
        return False
    if {chain.number, other.number} <= accused:
        return True
    if not alone or first.noun in words["human"] | words["kin"]:
        return False
    return _has_age(scene, named) or is_speaker(scene.doc[named.head])


def _is_given(token: Token) -> bool:
    """Whether somebody receives what the verb gives: "granted asylum to a former judge"."""
    return token.dep_ == "dative" or (token.dep_ == "pobj" and token.head.dep_ == "dative")


def _has_age(scene: Scene, named: Spot) -> bool:
    """Whether a name is followed by an age: "Ada Novak, 61, ..."."""
    after = scene.doc[named.end : named.end + 3]
    if len(after) < 3 or after[0].text != "," or after[2].text not in (",", "."):  # noqa: PLR2004 (comma, age, comma)
        return False
    return after[1].text.isdecimal() and int(after[1].text) in _AGE
