"""Which government, country, body or group a noun means: "the government", "the movement", "both sides", "troops"."""

from ranke.model import Kind
from ranke.offices.lookups import known_person
from ranke.offices.nouns import singular
from ranke.reading.actors.bodynouns import FAR, headlined_body, named_body, named_to_come, same_noun, sector_of
from ranke.reading.actors.chains import Chain
from ranke.reading.actors.heldbodies import alike_bodies, own_body
from ranke.reading.actors.nouns import reference, reference_table
from ranke.reading.actors.scene import Scene
from ranke.reading.actors.spots import SUBJECTS, Spot
from ranke.reading.actors.varying import body_varied, group_varied, pair_meant

_BELOW = frozenset({"local", "state", "provincial", "city", "regional", "municipal", "foreign"})
"""What makes a government another than the country's own."""
_ANOTHER = frozenset({"another", "other", "opposing", "rival", "different", "competing", "second", "separate", "new"})
"""What makes a body another than those named before."""
_LEAD = 4
"""The last sentence that tells a headline over again."""
_FORCES = ("MIL", "COP", "REB")
_FURTHER = frozenset({"other", "more"})
_SIZES = {"both": 2, "two": 2, "three": 3, "four": 4}
_PAIRED = frozenset({"side", "party", "neighbour", "neighbor", "rival", "foe"})
"""What two who deal with each other are called without being counted: "urged the parties to talk"."""
_HOSTILE = frozenset({"warring", "feuding", "opposing", "rival", "quarrelling", "conflicting", "hostile"})
_ANYBODY: tuple[Kind, ...] = ("country", "organization", "group", "person")
_HELD_BY_SEVERAL = frozenset({"president", "leader", "prime minister", "foreign minister", "minister"})


def several_meant(scene: Scene, spot: Spot) -> tuple[Chain, ...]:
    """Return who "both sides", "the two leaders", "the three countries" are: the last ones named together."""
    before = scene.doc[spot.start - 1].lower_ if spot.start else ""
    both = "both" in (before, spot.number)
    size = 2 if both else _SIZES.get(spot.number, 0)
    noun = singular(spot.noun)
    pair = noun in _PAIRED and not set(spot.modifiers) - _HOSTILE and spot.owner < 0
    if not (spot.plural or size) or not (size or pair) or spot.bodies or not (spot.definite or both):
        return ()
    kinds: tuple[Kind, ...] = tuple(reference_table("sides").get(noun, _ANYBODY))
    if size and spot.kind == "group" and "person" in kinds:
        people = scene.trail.together(size)
        if people:
            return people
    alike = alike_bodies(scene, noun) if size else []
    if alike and len(alike) == size:
        return tuple(alike)
    if noun not in reference()["side"]:
        return ()
    if not size and noun != "side":
        return pair_meant(scene, spot, kinds)
    return scene.trail.last(size or 2, kinds)


def government_meant(scene: Scene, spot: Spot) -> Chain | None:
    """Return the country whose government is meant; a town's or a province's is a body of its own: None."""
    words = (*spot.modifiers, *spot.noun.split(" "))
    if any(word in _BELOW for word in words) or any(body.local and body.kind != "country" for body in spot.bodies):
        return None
    beside = scene.heads.get(spot.start - 1, ())
    country = spot.country or scene.owner_country(spot)
    if country is None and len(beside) == 1 and beside[0].kind == "country":
        country = beside[0].country  # "a Chilean government source"
    if country is None and spot.person is not None:
        leader = scene.chains.of(spot.person)
        country = leader.country or leader.office_country if leader is not None else None
    country = country or _leader_country(scene, spot) or _country_around(scene, spot) or scene.home
    return scene.chains.country(country) if country is not None and country != "IGO" else None


def _country_around(scene: Scene, spot: Spot) -> str | None:
    """Return the country that the sentence is set in: "In Lima, senators urged the government".

    Or that of who acts in it: "Peru's unions urged the government". Who is of a government himself speaks of another.
    """
    here = scene.trail.sentences[spot.head]
    for step in reversed(scene.trail.steps[-FAR:]):
        if step.sentence != here:
            return None
        place = scene.doc[step.token]
        if step.spot.local and step.spot.country and place.head.dep_ == "prep" and place.head.is_sent_start:
            return step.spot.country
        chain = step.chains[0]
        country = chain.country or chain.office_country
        sectors = {sector_of(chain), *(office.sector for office in chain.offices)} - {None}
        if country and place.dep_ in SUBJECTS and chain.kind not in ("country", None) and sectors - {"GOV"}:
            return country
    return None


def _leader_country(scene: Scene, spot: Spot) -> str | None:
    """Return the country of a leader whose bare surname stands before the noun: "the Merkel government"."""
    for below in scene.doc[spot.head].lefts:
        if below.pos_ == "PROPN" and below.dep_ in ("compound", "poss", "nmod"):
            person = known_person((below.lower_,))
            if person is not None:
                return person.country
    return None


def authorities_meant(scene: Scene, spot: Spot) -> Chain | None:
    """Return the country that "the Chilean authorities" are; those of a town, of health or of a region are others."""
    if spot.noun != "authorities" or spot.modifiers or spot.number or len(spot.bodies) != 1:
        return None
    (body,) = spot.bodies
    if body.kind != "country" or body.country is None or body.local or body.end > spot.head:
        return None
    return scene.chains.country(body.country)


def enemy_meant(scene: Scene, spot: Spot) -> Chain | None:
    """Return the country that "the Chilean enemy" or "the Chilean aggressor" is a name of, in the words of its foes."""
    if spot.plural or not spot.definite or spot.noun not in reference()["foe"]:
        return None
    before = next((body for body in spot.bodies if body.end <= spot.head and body.kind == "country"), None)
    if before is None or before.country is None or scene.doc[before.head].dep_ == "poss":
        return None
    return scene.chains.country(before.country)


def country_meant(scene: Scene, spot: Spot) -> tuple[Chain, ...]:
    """Return the country that "the country" or "the Iranian side" means."""
    if spot.country is not None and spot.bodies:
        return (scene.chains.country(spot.country),) if spot.bodies[0].kind == "country" else ()
    if not spot.definite or spot.bodies:
        return ()
    owner = scene.owner_country(spot)
    if owner is not None and owner != "IGO":
        return (scene.chains.country(owner),)
    return scene.trail.last(1, ("country",)) or ((scene.chains.country(scene.home),) if scene.home else ())


def fighters_meant(scene: Scene, spot: Spot) -> Chain | None:
    """Return the armed body whose fighters are meant: "Houthi rebels" are the Houthis."""
    if spot.noun not in reference()["fighters"] or not spot.bodies:
        return None
    body = spot.bodies[0]
    return scene.chains.of(body) if body.named and body.kind in ("organization", "group") else None


def _key(scene: Scene, spot: Spot) -> tuple[object, ...]:
    """Return what tells two descriptions apart: noun, bodies and owner, and the country where no body tells it."""
    bodies = [chain for body in spot.bodies if body.kind != "country" and (chain := scene.chains.of(body)) is not None]
    numbers = tuple(chain.number for chain in (*bodies, *scene.heads.get(spot.owner, ())))
    return (same_noun(spot.noun), None if bodies else spot.country, numbers)


def _keep(scene: Scene, spot: Spot, key: tuple[object, ...], chain: Chain) -> Chain:
    """Remember a new body or group by its description."""
    scene.keyed.setdefault(key, chain)
    scene.by_noun.setdefault(str(key[0]), []).append(chain)
    return scene.chains.put(spot, chain)


def _latest(scene: Scene, noun: str) -> Chain | None:
    """Return the unnamed body or group of this noun that was mentioned last."""
    found = scene.by_noun.get(noun)
    return max(found[-FAR:], key=scene.trail.last_seen) if found else None


def body_meant(scene: Scene, spot: Spot) -> Chain:
    """Return the body that "the ministry", "the group", "the Turkish army" means."""
    own = own_body(scene, spot)
    if own is not None:
        return own
    key = _key(scene, spot)
    if key in scene.keyed and not spot.number:
        return scene.keyed[key]
    bare = not spot.bodies and not spot.country and not _ANOTHER & set(spot.modifiers)
    if bare and not spot.number:
        found = named_body(scene, spot) or _latest(scene, str(key[0])) or named_to_come(scene, spot)
        if found is not None:
            return found
    scene.keyed.pop(key, None)
    found = headlined_body(scene, spot) or body_varied(scene, spot)
    return _keep(scene, spot, key, found or scene.chains.new(spot.kind))


def group_meant(scene: Scene, spot: Spot) -> tuple[Chain, ...]:
    """Return the group that a noun in the plural means: the same words again, or the last of that noun if definite."""
    holders = _holders(scene, spot) or _beside(scene, spot)
    if holders:
        return holders
    key = _key(scene, spot)
    if key in scene.keyed and (not spot.number or _told_in_headline(scene, spot, scene.keyed[key])):
        return (scene.keyed[key],)
    found = _own_men(scene, spot) or _group_before(scene, spot, str(key[0])) or group_varied(scene, spot)
    if found is None:
        chain = scene.chains.new("group")
        chain.plural = True
        found = _keep(scene, spot, key, chain)
    return (found,)


def _beside(scene: Scene, spot: Spot) -> tuple[Chain, ...]:
    """Return the group that a bare noun completes: "officials and analysts"; rebels and soldiers who clash are two."""
    noun = scene.doc[spot.head]
    first = noun.head
    if noun.dep_ != "conj" or noun.tag_ != "NNS" or first.tag_ != "NNS" or noun.n_lefts or spot.start < spot.head:
        return ()
    meant = scene.heads.get(first.i, ())
    if len(meant) != 1 or meant[0].kind != "group" or meant[0].named or first.head.lower_ == "between":
        return ()
    armed = {"REB", "MIL", "COP", "CRM", "OPP"}
    apart = armed & {spot.sector, sector_of(meant[0])} and first.head.lemma_ in reference()["mutual"]
    return () if apart else meant


def _own_men(scene: Scene, spot: Spot) -> Chain | None:
    """Return the force whose men are meant: "the guards said their men had been shot at"."""
    held = scene.doc[spot.head].dep_ == "pobj" and scene.doc[spot.head].head.lower_ == "of"  # "a dozen of their men"
    if spot.noun not in reference()["ranks"] or spot.number or held:
        return None
    owners = scene.heads.get(spot.owner, ())
    armed = len(owners) == 1 and owners[0].kind in ("organization", "group") and sector_of(owners[0]) in _FORCES
    return owners[0] if armed else None


def _told_in_headline(scene: Scene, spot: Spot, chain: Chain) -> bool:
    """Whether a headline has told of a group that the report counts then: "Students march", "Some 300 students"."""
    where = scene.trail.sentences
    if where[spot.head] > _LEAD or any(where[own.head] for own in chain.spots):
        return False
    return not any(own.number for own in chain.spots) and spot.number not in _FURTHER


def _group_before(scene: Scene, spot: Spot, noun: str) -> Chain | None:
    if spot.country or spot.bodies:
        return next((chain for chain in scene.by_noun.get(noun, ()) if _as_many(chain, spot)), None)
    found = _latest(scene, noun) if spot.definite else None
    if found is None and not spot.number and not spot.modifiers:
        found = next((chain for chain in scene.trail.newest(FAR, "group") if _ends_in(chain, spot.noun)), None)
    if found is None and spot.number.isdecimal():
        found = next((chain for chain in scene.by_noun.get(noun, ()) if _as_many(chain, spot)), None)
    if found is None and spot.definite and spot.noun in reference()["fighters"]:
        found = next((chain for chain in scene.trail.newest(FAR) if sector_of(chain) == "REB" and chain.known), None)
    return found


def _as_many(chain: Chain, spot: Spot) -> bool:
    """Whether a group was counted before and is as many: "17 sailors", "the 17 Chilean sailors"."""
    apart = chain.country and spot.country and chain.country != spot.country
    return spot.number.isdecimal() and not apart and any(own.number == spot.number for own in chain.spots)


def _ends_in(chain: Chain, noun: str) -> bool:
    """Whether a group was described with more words before the same noun: "foreign ministers", then "ministers"."""
    return bool(chain.spots) and singular(chain.spots[0].noun).endswith(f" {singular(noun)}")


def _holders(scene: Scene, spot: Spot) -> tuple[Chain, ...]:
    """Return the people whom "the Russian and Turkish presidents" means; none unless each is known."""
    countries = [body.country for body in spot.bodies if body.kind == "country" and body.country]
    noun = singular(spot.noun)
    if len(countries) == 1 or not countries or noun not in _HELD_BY_SEVERAL:
        return ()
    found: list[Chain] = []
    for country in reversed(countries):
        holds = (chain for chain in scene.named_people if chain.merged is None and chain.office_country == country)
        holder = next((chain for chain in holds if _holds(chain, noun)), None)
        if holder is None:
            return ()
        found.append(holder)
    return tuple(found)


def _holds(chain: Chain, noun: str) -> bool:
    return not chain.offices or noun == "leader" or any(office.noun == noun for office in chain.offices)
