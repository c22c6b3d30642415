"""The person that a noun in the singular means: "the former foreign minister", "SCFRI head", "the attacker"."""

from spacy.tokens import Doc

from ranke.offices.nouns import singular
from ranke.reading.actors.bodynouns import named_body
from ranke.reading.actors.chains import Chain
from ranke.reading.actors.nouns import reference, reference_table
from ranke.reading.actors.scene import Scene
from ranke.reading.actors.spots import Spot
from ranke.reading.actors.trail import BACK
from ranke.reading.actors.varying import body_varied, person_varied

_FAR = 40
"""Expressions after which "the man" no longer means who was named before."""
_IN_POWER = frozenset({"outgoing", "incumbent", "departing", "ousted", "deposed", "defeated"})
_SAME, _LIKE, _LOOSE = 4.0, 3.0, 1.0
"""How well the same office fits, one with the same last word, and a word for any official."""


def person_meant(scene: Scene, spot: Spot) -> Chain:
    """Return the chain that a noun for one person joins or opens."""
    spot.country = spot.country or scene.owner_country(spot)
    if spot.definite or _bare_office(scene.doc, spot):
        found = _holder(scene, spot) or _holder_to_come(scene, spot) or _company(scene, spot)
        found = found or person_varied(scene, spot)
        if found is not None:
            return found
    chain = scene.chains.new("person")
    chain.gender = spot.gender
    return scene.chains.put(spot, chain)


def _company(scene: Scene, spot: Spot) -> Chain | None:
    """Return the firm that "the retailer" or "the lender" means, which are people's callings too."""
    trade = spot.definite and not spot.bodies and spot.noun in reference_table("sectors")
    return (named_body(scene, spot) or body_varied(scene, spot)) if trade else None


def _bare_office(doc: Doc, spot: Spot) -> bool:
    """Whether an office stands without an article, as "SCFRI head" and "Prime Minister" do."""
    return spot.number != "a" and (bool(spot.bodies) or doc[spot.head].tag_ == "NNP")


def _holder(scene: Scene, spot: Spot) -> Chain | None:
    """Return the person mentioned before whom the office fits best, the latest of equals."""
    rated = [
        (_rate(scene, spot, chain), scene.trail.last_seen(chain), chain)
        for chain in scene.trail.newest(3 * BACK, "person")
    ]
    fitting = [one for one in rated if one[0] > 0]
    return max(fitting, key=lambda one: one[:2])[2] if fitting else None


def _holder_to_come(scene: Scene, spot: Spot) -> Chain | None:
    """Return the person named later with just this office in just this country or body."""
    ruler = scene.doc[spot.head].tag_ == "NNP" and spot.noun in reference()["ruler"]
    if not spot.country and (ruler or (spot.definite and not spot.bodies and spot.owner < 0)):
        return _only_holder(scene, spot)
    for chain in scene.named_people:
        if chain.merged is not None or scene.trail.last_seen(chain):
            continue
        for office in chain.offices:
            here = spot.country and spot.country == office.country
            if _same_office(spot, office) and (here or _shared_bodies(spot, office)):
                return chain
    return None


def _only_holder(scene: Scene, spot: Spot) -> Chain | None:
    """Return the one queen, pope or president whom the report names; "the Queen" before the name is she."""
    holders = [one for one in scene.named_people if any(office.noun == spot.noun for office in one.offices)]
    if len(holders) != 1 or holders[0].merged is not None or spot.noun in reference()["human"]:
        return None
    return holders[0] if not scene.trail.last_seen(holders[0]) else None


def _shared_bodies(spot: Spot, office: Spot) -> bool:
    own = [body.words for body in office.bodies]
    return any(body.words in own for body in spot.bodies if body.kind != "country")


def _rate(scene: Scene, spot: Spot, chain: Chain) -> float:
    """How well a definite noun fits a person: the same office, the same country and body, no contrary gender."""
    if spot.gender and chain.gender and spot.gender != chain.gender:
        return 0.0
    offices = [own for own in chain.descriptions if own is not spot]
    country = chain.office_country or chain.country
    if _other_bodies(scene, spot, offices) or (spot.country and country and spot.country != country):
        return 0.0
    last = spot.noun.rsplit(" ", 1)[-1]
    score = 0.0
    for office in offices:
        if _same_office(spot, office):
            score = max(score, _SAME + _shared(spot, office))
        elif office.noun.rsplit(" ", 1)[-1] == last and not _contrary(spot, office):
            score = max(score, _LIKE)
    return score or _rate_loosely(scene, spot, chain, offices)


def _rate_loosely(scene: Scene, spot: Spot, chain: Chain, offices: list[Spot]) -> float:
    """How well "the official", "the attacker" or "the man" fits."""
    words = reference()
    if spot.noun in words["loose"] and not spot.bodies and any(office.sector or office.country for office in offices):
        return _LOOSE
    if spot.noun in words["crime"]:
        if any(office.noun in words["crime"] for office in offices):
            return _LIKE
        return 2.0 if chain.number in scene.trail.accused else 0.0
    if spot.noun in ("man", "woman", "boy", "girl", "victim", "individual", "teenager") and chain.named:
        private = all(office.sector in ("CVL", "CRM", None) for office in offices)
        return _LOOSE if private and scene.trail.distance(chain) < _FAR else 0.0
    return 0.0


def _same_office(spot: Spot, office: Spot) -> bool:
    if office.noun == spot.noun or singular(office.noun) == spot.noun:
        return not _contrary(spot, office)
    heads = reference()["head"]
    if spot.noun in heads and office.noun in heads and _is_deputy(spot) == _is_deputy(office):
        # A body has one head, whatever he is called: "the council's president", "the head of the council".
        return _shared_bodies(spot, office)
    return _minister(office.noun) == _minister(spot.noun)


def _minister(noun: str) -> str:
    """Return an office in one spelling, and a secretary as the minister that he is elsewhere."""
    return noun.replace("defense", "defence").replace(" secretary", " minister")


def _contrary(spot: Spot, office: Spot) -> bool:
    """Whether two offices of one noun differ: "foreign minister" and "prime minister", "head" and "deputy head"."""
    if _is_deputy(spot) != _is_deputy(office) or (_IN_POWER & set(spot.modifiers) and _opposes(office)):
        return True
    one, other = spot.noun.split(" ")[:-1], office.noun.split(" ")[:-1]
    return bool(one and other and one != other)


def _opposes(office: Spot) -> bool:
    return "opposition" in (*office.modifiers, *office.noun.split(" "))


def _is_deputy(office: Spot) -> bool:
    return "deputy" in (*office.modifiers, *office.noun.split(" "))


def _shared(spot: Spot, office: Spot) -> int:
    """How many modifiers and bodies two nouns share."""
    own = [body.words for body in office.bodies]
    return sum(word in office.modifiers for word in spot.modifiers) + sum(body.words in own for body in spot.bodies)


def _other_bodies(scene: Scene, spot: Spot, offices: list[Spot]) -> bool:
    """Whether a noun names a body and the offices name others only: "SCFRI head" is no "deputy head of Hamas"."""
    own, others = _body_numbers(scene, [spot]), _body_numbers(scene, offices)
    return bool(own and others) and not own & others


def _body_numbers(scene: Scene, spots: list[Spot]) -> set[int]:
    bodies = [body for spot in spots for body in spot.bodies if body.kind != "country"]
    return {chain.number for body in bodies if (chain := scene.chains.of(body)) is not None}
