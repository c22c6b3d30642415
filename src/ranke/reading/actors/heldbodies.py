"""Bodies meant by whose they are or how many: "his party", "both armies"."""

from ranke.reading.actors.bodynouns import FAR, sector_of
from ranke.reading.actors.chains import Chain
from ranke.reading.actors.nouns import reference_table
from ranke.reading.actors.scene import Scene
from ranke.reading.actors.spots import Spot

_OFFICES = {"office": ("IGO", "NGO")}
"""Sectors of bodies that are the office of whoever works there; a president's is not his country's."""


def alike_bodies(scene: Scene, noun: str) -> list[Chain]:
    """Return the single bodies of one noun that were mentioned last: the two that "both armies" means."""
    if noun in reference_table("sides"):
        return []
    found = scene.trail.newest(FAR)[::-1]
    return [chain for chain in found if any(_is_one(own, noun) for own in chain.spots)]


def _is_one(own: Spot, noun: str) -> bool:
    last = own.words[-1:] if own.named else (own.noun.rsplit(" ", 1)[-1],)
    return not own.plural and noun in last


def own_body(scene: Scene, spot: Spot) -> Chain | None:
    """Return the body that somebody's office is in, for "his party", "her agency", "his office" said of him."""
    owners = scene.heads.get(spot.owner, ()) if spot.owner >= 0 else ()
    noun = spot.noun.rsplit(" ", 1)[-1]
    fitting = _OFFICES.get(noun) or reference_table("sectors").get(noun)
    if len(owners) != 1 or owners[0].kind != "person" or fitting is None:
        return None
    told = (*owners[0].offices, *(own for own in owners[0].spots if own.named))
    bodies = {
        chain.number: chain for own in told for body in own.bodies if (chain := scene.chains.of(body)) is not None
    }
    found = [one for one in bodies.values() if one.kind in ("organization", "media") and one.named]
    found = [one for one in found if sector_of(one) in fitting or any(noun in own.words for own in one.spots)]
    return found[0] if len(found) == 1 else None
