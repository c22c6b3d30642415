"""A description without a name that stands for somebody named shortly before: "the former minister", "his rival"."""

from ranke.offices.lookups import known_person
from ranke.reading.actors.chains import Chain
from ranke.reading.actors.introduced import unnamed
from ranke.reading.actors.nouns import reference
from ranke.reading.actors.scene import Scene
from ranke.reading.actors.spoken import is_speaker
from ranke.reading.actors.spots import SUBJECTS, Spot

_NEAR = 4
"""Sentences between the name of a speaker and a description of him."""
_RECENT = 2
"""Sentences between a name and a description that brings up what he was, or whose rival he is."""
_PAST = frozenset({"former", "ex", "outgoing", "ousted", "then", "one-time", "onetime"})


def join_described(scene: Scene, spots: list[Spot]) -> None:
    """Join "the former minister added" to the speaker named shortly before whom the report gives no office."""
    speaking = [spot for spot in spots if is_speaker(scene.doc[spot.head])]
    speakers = {chain.number for spot in speaking for chain in scene.heads.get(spot.head, ())}
    untitled = [chain for chain in scene.named_people if chain.number in speakers and not chain.offices]
    places = [
        (scene.trail.sentences[spot.head], chain)
        for chain in untitled
        if chain.merged is None
        for spot in chain.spots
        if spot.named
    ]
    for chain in unnamed(scene) if untitled else ():
        first = chain.spots[0]
        described = (first.definite or first.bodies) and not first.number and first.sector != "CVL"
        if chain.number not in speakers or not described or first.noun in reference()["human"]:
            continue
        here = scene.trail.sentences[first.head]
        near = [
            (here - there, other.number, other) for there, other in places if there <= here and _may_hold(first, other)
        ]
        if near and min(near)[0] <= _NEAR:
            scene.chains.merge(min(near)[2], chain)


def join_varied(scene: Scene) -> None:
    """Join a description that only varies a name: "the former minister" after a name, "his rival" beside one.

    Only where one person of those named in the sentences before can be meant.
    """
    words = reference()
    for chain in unnamed(scene):
        first = chain.spots[0]
        varied = bool(_PAST & set(first.modifiers))
        relative = first.owner >= 0 and first.noun in words["opposite"]
        if not (relative or (varied and first.definite and first.owner < 0)) or first.bodies:
            continue
        owners = {one.number for one in scene.heads.get(first.owner, ())}
        if relative and not owners:
            continue
        near = _recent(scene, first, owners, subjects=not relative)
        if len(near) == 1:
            scene.chains.merge(near[0], chain)


def _recent(scene: Scene, first: Spot, barred: set[int], *, subjects: bool) -> list[Chain]:
    """Return the people named, or acting, in the sentences before a description who may bear it."""
    here, found = scene.trail.sentences[first.head], []
    for other in scene.named_people:
        if other.merged is not None or other.number in barred:
            continue
        if not (_may_hold(first, other) if subjects else first.gender in ("", other.gender or first.gender)):
            continue
        for spot in other.spots:
            gap = here - scene.trail.sentences[spot.head]
            acting = not subjects or (scene.doc[spot.head].dep_ in SUBJECTS and gap > 0)
            if 0 <= gap <= _RECENT and spot.head < first.head and acting:
                found.append(other)
                break
    return found


def _may_hold(office: Spot, chain: Chain) -> bool:
    """Whether nothing known of a person speaks against an office."""
    person = known_person(chain.full)
    country = chain.country or (person.country if person is not None else None)
    if office.gender and chain.gender and office.gender != chain.gender:
        return False
    return not (office.country and country and office.country != country)
