"""A definite noun that only varies what a report called somebody before: "the travellers" after "the refugees".

Used where nothing else is meant. Of the actors mentioned shortly before one has to fit, and one alone.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, NamedTuple

from spacy.tokens import Token

from ranke.model import Kind
from ranke.offices.nouns import singular
from ranke.reading.actors.bodynouns import called_otherwise, sector_of
from ranke.reading.actors.chains import Chain
from ranke.reading.actors.scene import Scene
from ranke.reading.actors.spots import MODIFIERS, SUBJECTS, Spot
from ranke.reading.actors.trail import Step
from ranke.tables import read_toml

_BACK = 40
"""Expressions that a noun may look back on."""
_RECENT, _NEAR = 4, 2
"""Sentences back to a description that fits, and to a name of which nothing tells that it does not."""
_PAIR = 2
_UP = 4
"""Steps up the tree to the verb of a clause."""
_SUFFERING = ("dobj", "nsubjpass")
_HELD = frozenset({"dobj", "pobj", "prep", "prt", "advmod"})
_APART = frozenset(
    {"another", "other", "second", "third", "different", "new", "rival", "fellow", "remaining", "further"}
)


class _Family(NamedTuple):
    """The nouns that one noun may vary, the deeds of those whom it means, and what was done to them."""

    nouns: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    suffered: frozenset[str] = frozenset()


@cache
def _table() -> dict[str, Any]:
    return read_toml("ranke.reading.actors", "varying.toml")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_table()[name])


@cache
def _families(kind: str) -> dict[str, _Family]:
    """Return the families of the table by each noun that points back."""
    found: dict[str, _Family] = {}
    for row in _table()[kind]:
        nouns = frozenset((*row["back"], *row["fits"]))
        for noun in row["back"]:
            old = found.get(noun, _Family())
            deeds, suffered = old.deeds | {*row.get("deeds", ())}, old.suffered | {*row.get("suffered", ())}
            found[noun] = _Family(old.nouns | nouns, deeds, suffered)
    return found


def person_varied(scene: Scene, spot: Spot) -> Chain | None:
    """Return the person whom "the cleric", "the author", "the Iranian" or "the Turkish leader" brings up again."""
    if not _points_back(spot) or any(body.kind != "country" for body in spot.bodies):
        return None
    people = [step for step in _before(scene, spot) if step.chains[0].kind == "person"]
    family = _families("people").get(spot.noun)
    if family is not None:
        found = _only(people, lambda one: _described(one.chains[0], family.nouns) and _agrees(spot, one.chains[0]))
        if found is not None:
            return found
    here = scene.trail.sentences[spot.head]
    near = [step for step in people if here - step.sentence <= _NEAR]
    if spot.country and spot.noun == "leader":
        return _only(near, lambda one: _described(one.chains[0], _words("office")) and _agrees(spot, one.chains[0]))
    national = spot.country and spot.bodies == [] and spot.sector is None
    if national or spot.noun in _words("calling"):
        known = {step.chains[0].number for step in near}
        return _only(near, lambda one: len(known) == 1 and _may_be(spot, one.chains[0]))
    return None


def body_varied(scene: Scene, spot: Spot) -> Chain | None:
    """Return the named body of which nothing tells what it is, for "the lender" or "the Chilean carrier"."""
    noun = spot.noun.rsplit(" ", 1)[-1]
    if not _points_back(spot) or spot.plural or noun not in _words("loose"):
        return None
    if any(body.kind != "country" for body in spot.bodies):
        return None
    here = scene.trail.sentences[spot.head]
    near = [step for step in _before(scene, spot) if here - step.sentence <= _NEAR and step.chains[0].named]
    bodies = [step for step in near if step.chains[0].kind in ("organization", "media")]
    return _only(bodies, lambda one: _of_no_kind(noun, one.chains[0]) and _agrees(spot, one.chains[0]))


def _of_no_kind(noun: str, chain: Chain) -> bool:
    return sector_of(chain) is None and not chain.nouns and not any(called_otherwise(own, noun) for own in chain.spots)


def group_varied(scene: Scene, spot: Spot) -> Chain | None:
    """Return the group that a noun calls by what it did, what was done to it, or by another noun of its kind."""
    family = _families("groups").get(singular(spot.noun)) or _families("groups").get(_last(spot.noun))
    if family is None or not _points_back(spot) or spot.number or spot.bodies:
        return None
    groups = [one for one in _before(scene, spot) if one.chains[0].kind == "group" and _agrees(spot, one.chains[0])]
    called = _only(groups, lambda one: _described(one.chains[0], family.nouns))
    if called is not None or not (family.deeds or family.suffered):
        return called
    doc = scene.doc
    return _only(groups, lambda one: _has_done(doc[one.token], family) and not one.chains[0].named)


def counted_meant(scene: Scene, spot: Spot) -> tuple[Chain, ...]:
    """Return who "the two" or "the 17" are: those counted so before, or the two people or states of the last clause."""
    steps = _before(scene, spot)
    counted = _only(steps, lambda one: any(own.number == spot.number for own in one.chains[0].spots))
    if counted is not None or spot.number != "two":
        return (counted,) if counted is not None else ()
    here = scene.trail.sentences[spot.head]
    for kind in ("person", "country"):
        near = [one.chains[0] for one in steps if here - one.sentence <= 1 and not one.spot.local]
        found = {chain.number: chain for chain in near if chain.kind == kind}
        if found:
            return tuple(found.values()) if len(found) == _PAIR else ()
    return ()


def pair_meant(scene: Scene, spot: Spot, kinds: Sequence[Kind]) -> tuple[Chain, ...]:
    """Return who "the neighbours" or "the parties" are: the last two of these kinds outside the noun's own clause."""
    found: dict[int, Chain] = {}
    for step in reversed(_before(scene, spot)):
        chain, modifies = step.chains[0], scene.doc[step.token].dep_ in MODIFIERS
        if chain.kind in kinds and not step.spot.local and not modifies and len(found) < _PAIR:
            found.setdefault(chain.number, chain)
    return tuple(reversed(found.values())) if len(found) == _PAIR else ()


def _points_back(spot: Spot) -> bool:
    """Whether a description is definite and names neither an owner nor another one than before."""
    return spot.definite and spot.owner < 0 and spot.person is None and not _APART & set(spot.modifiers)


def _before(scene: Scene, spot: Spot) -> list[Step]:
    """Return the last expressions for one actor each that is no other argument of the noun's own verb."""
    here, doc = scene.trail.sentences[spot.head], scene.doc
    own, steps = _clause(doc[spot.head]).i, scene.trail.steps[-_BACK:]
    beside = {
        chain.number
        for step in steps
        if step.sentence == here and _clause(doc[step.token]).i == own
        for chain in step.chains
    }
    return [
        step
        for step in steps
        if here - step.sentence <= _RECENT and len(step.chains) == 1 and step.chains[0].number not in beside
    ]


def _clause(token: Token) -> Token:
    """Return the verb that a noun is an argument of, through prepositions and "and"."""
    node = token
    for _ in range(_UP):
        if node.pos_ in ("VERB", "AUX") or node.head is node:
            break
        node = node.head
    return node


def _only(steps: Sequence[Step], fits: Callable[[Step], bool]) -> Chain | None:
    """Return the one actor among these that fits; none where there are two."""
    found = {step.chains[0].number: step.chains[0] for step in steps if fits(step)}
    return next(iter(found.values())) if len(found) == 1 else None


def _described(chain: Chain, nouns: frozenset[str]) -> bool:
    return any(noun in nouns for own in chain.descriptions for noun in (own.noun, singular(own.noun), _last(own.noun)))


def _last(noun: str) -> str:
    return singular(noun.rsplit(" ", 1)[-1])


def _agrees(spot: Spot, chain: Chain) -> bool:
    """Whether neither gender nor country keeps a description and an actor apart."""
    if spot.gender and chain.gender and spot.gender != chain.gender:
        return False
    country = chain.country or chain.office_country
    return not (spot.country and country and spot.country != country)


def _may_be(spot: Spot, chain: Chain) -> bool:
    """Whether a named person bears no office of which the description would be silent."""
    return chain.named and _agrees(spot, chain) and (not chain.offices or chain.country == spot.country is not None)


def _has_done(token: Token, family: _Family) -> bool:
    """Whether who stands here does such a deed or suffers it: "walked out", "went on strike", "were seized"."""
    verb = token.head
    if token.dep_ in SUBJECTS and token.dep_ != "nsubjpass" and family.deeds:
        below = [one for one in verb.children if one.dep_ in _HELD]
        held = (one for prep in below for one in prep.children if one.dep_ == "pobj")
        return any(one.lemma_.lower() in family.deeds for one in (verb, *below, *held))
    if token.dep_ == "pobj" and verb.dep_ == "agent":
        return verb.head.lemma_ in family.deeds
    return token.dep_ in _SUFFERING and verb.lemma_ in family.suffered
