"""Who is meant: every expression of a report joined to the chain of the actor that it points at."""

from spacy.tokens import Doc

from ranke.offices.nouns import body_sector
from ranke.reading.actors.appositions import link
from ranke.reading.actors.bodies import (
    authorities_meant,
    body_meant,
    country_meant,
    enemy_meant,
    fighters_meant,
    government_meant,
    group_meant,
    several_meant,
)
from ranke.reading.actors.chains import Chain, Chains
from ranke.reading.actors.described import join_described, join_varied
from ranke.reading.actors.explained import forget_explained
from ranke.reading.actors.introduced import join_introduced
from ranke.reading.actors.namechains import chain_names
from ranke.reading.actors.nouns import reference
from ranke.reading.actors.offices import person_meant
from ranke.reading.actors.pronouns import antecedents, clause_subject, fronted, subject_to_come
from ranke.reading.actors.scene import Scene, blamed_tokens, home_country
from ranke.reading.actors.spoken import join_speakers, quoted_tokens, speaker_tokens
from ranke.reading.actors.spots import Spot
from ranke.reading.actors.trail import Trail
from ranke.reading.actors.varying import counted_meant

_LONGEST = 3
"""Words of a name that may be a person's surname with particles."""

_KOREAS = {"north": "PRK", "south": "KOR"}

_Pairs = list[tuple[Spot, Spot]]


def resolve(doc: Doc, spots: list[Spot], at: list[Spot | None]) -> Scene:
    """Join the expressions of a report to chains.

    Names first, all over the report; then nouns and pronouns in the order of the text, each looking back.

    Args:
        doc: The parsed text.
        spots: Every expression that may point at an actor, in order.
        at: For each token the expression it belongs to.
    """
    _halves_of_korea(doc, spots)
    _seat_of_the_union(spots)
    pairs = link(doc, spots, at)
    _agree_on_people(doc, spots, at)
    initials = {id(short): name for short, name in pairs if short.named}
    forget_explained(spots, initials)
    chains = chain_names(spots, initials)
    people = [chain for chain in chains.living() if chain.kind == "person"]
    bodies = [chain for chain in chains.living() if chain.kind == "organization"]
    scene = Scene(doc, chains, Trail(doc, blamed_tokens(doc)), home_country(doc, spots), people, bodies)
    offices = _give_offices(doc, chains, pairs, at)
    quoted = quoted_tokens(doc)
    speakers = speaker_tokens(doc, quoted)
    speaking = {token: chain for token in speakers.values() if (chain := chains.of(at[token])) is not None}
    for spot in spots:
        if spot.form == "pronoun":
            meant = _pronoun(scene, spot, speaking.get(speakers.get(spot.head, -1)), at)
        else:
            meant = _meant(scene, spot, offices)
        if meant:
            if len(meant) == 1 and not spot.named and chains.of(spot) is None:
                chains.put(spot, meant[0])
            scene.heads[spot.head] = meant
            scene.trail.note(spot, meant)
            speaking.setdefault(spot.head, meant[0])
    _subjects_to_come(scene, spots, at)
    join_introduced(scene)
    join_described(scene, spots)
    join_varied(scene)
    join_speakers(spots, scene.heads, chains, quoted=quoted, speakers=speakers)
    return scene


def _halves_of_korea(doc: Doc, spots: list[Spot]) -> None:
    """Let "the North" and "the South" be countries in a report on Korea."""
    if not any(spot.country in _KOREAS.values() and spot.named for spot in spots):
        return
    for spot in spots:
        half = spot.words[0] if spot.named and len(spot.words) == 1 and spot.known is None else ""
        if half in _KOREAS and spot.start and doc[spot.start - 1].lower_ == "the":
            spot.kind, spot.country, spot.sector, spot.local = "country", _KOREAS[half], "GOV", False


def _seat_of_the_union(spots: list[Spot]) -> None:
    """Let "Brussels" that acts be the European Union in a report that names it and no Belgium."""
    named = [spot for spot in spots if spot.named and spot.known is not None]
    union = next((spot for spot in named if spot.known is not None and spot.known.name == "European Union"), None)
    seats = [spot for spot in named if spot.words == ("brussels",) and spot.kind == "country" and not spot.local]
    if union is None or any(spot.country == "BEL" and spot.words != ("brussels",) for spot in named):
        return
    for spot in seats:
        spot.kind, spot.country, spot.sector, spot.known = union.kind, union.country, union.sector, union.known


def _subjects_to_come(scene: Scene, spots: list[Spot], at: list[Spot | None]) -> None:
    """Let a pronoun that nothing before explains mean the subject after it: "At his meeting with X, the envoy said"."""
    for spot in spots:
        if spot.form != "pronoun" or spot.head in scene.heads or spot.gender in ("1", "2"):
            continue
        meant = subject_to_come(scene.trail, spot, scene.chains, at)
        if meant:
            scene.chains.put(spot, meant[0])
            scene.heads[spot.head] = meant


def _agree_on_people(doc: Doc, spots: list[Spot], at: list[Spot | None]) -> None:
    """Make a name a person's where its full name has turned out to be one, or "his" or "her" is said of it."""
    for spot in spots:
        owner = clause_subject(doc[spot.head]) if spot.noun in ("his", "her") else None
        name = at[owner.i] if owner is not None else None
        if name is not None and _may_be_person(name):
            name.kind, name.local = "person", False
    last = {spot.words[-1] for spot in spots if spot.named and spot.kind == "person" and len(spot.words) > 1}
    for spot in spots:
        if not spot.named or spot.kind not in ("organization", None) or spot.known is not None:
            continue
        if 0 < len(spot.words) <= _LONGEST and spot.words[-1] in last and body_sector(spot.words) is None:
            spot.kind, spot.local = "person", False


def _may_be_person(name: Spot) -> bool:
    """Whether a name that was taken for a body's is unknown and of two or three words."""
    unknown = name.named and name.kind == "organization" and name.known is None and name.sector is None
    return unknown and len(name.words) in (2, _LONGEST) and body_sector(name.words) is None


def _give_offices(doc: Doc, chains: Chains, pairs: _Pairs, at: list[Spot | None]) -> dict[int, list[Spot]]:
    """Give the chains of names the nouns that describe them; return the names of each noun by its `id`."""
    names: dict[int, list[Spot]] = {}
    country_of: dict[int, str | None] = {}
    for noun, name in pairs:
        chain = chains.of(name)
        if noun.named or chain is None:
            continue
        names.setdefault(id(noun), []).append(name)
        noun.country = noun.country or _shared_country(doc, noun, name, at, country_of)
        country_of.setdefault(id(name), noun.country)
        chain.offices.append(noun)
        chain.describe(noun)
        chain.gender = chain.gender or noun.gender
    return names


def _shared_country(
    doc: Doc, noun: Spot, name: Spot, at: list[Spot | None], country_of: dict[int, str | None]
) -> str | None:
    """Return France for the second minister of "French president Macron and finance minister Le Maire"."""
    token = doc[name.head]
    if token.dep_ != "conj" or noun.bodies or noun.definite or noun.owner >= 0:
        return None
    return country_of.get(id(at[token.head.i]))


def _pronoun(scene: Scene, spot: Spot, speaker: Chain | None, at: list[Spot | None]) -> tuple[Chain, ...]:
    if spot.gender in ("1", "2"):
        return ()
    return (
        fronted(scene.trail, spot, scene.chains, at)
        or antecedents(scene.trail, spot, speaker)
        or subject_to_come(scene.trail, spot, scene.chains, at)
    )


def _meant(scene: Scene, spot: Spot, offices: dict[int, list[Spot]]) -> tuple[Chain, ...]:
    """Return the chains that a name or a noun points at, opened where it is a new actor."""
    own = scene.chains.of(spot)
    if own is not None:
        return (own,)
    if spot.named:
        return ()
    named = [chain for name in offices.get(id(spot), ()) if (chain := scene.chains.of(name)) is not None]
    if named:
        return tuple(dict.fromkeys(named)) if spot.plural else (named[0],)
    if spot.noun == spot.number and spot.definite:
        return counted_meant(scene, spot)
    return several_meant(scene, spot) or _noun(scene, spot)


def _is_a_body(spot: Spot) -> bool:
    """Whether a noun of no kind of its own points back at a body: "the paper", "the assembly"."""
    return spot.generic and spot.definite and not spot.plural and spot.noun in reference()["body"]


def _noun(scene: Scene, spot: Spot) -> tuple[Chain, ...]:
    words = reference()
    if not spot.plural and spot.noun.rsplit(" ", 1)[-1] in words["government"]:
        return (government_meant(scene, spot) or body_meant(scene, spot),)
    if spot.noun == "cabinet" and spot.definite and all(body.kind == "country" for body in spot.bodies):
        return (government_meant(scene, spot) or body_meant(scene, spot),)
    if not spot.plural and (spot.noun in words["country"] or (spot.noun == "side" and spot.country)):
        return country_meant(scene, spot)
    state = authorities_meant(scene, spot) or enemy_meant(scene, spot)
    if state is not None:
        return (state,)
    fighters = fighters_meant(scene, spot)
    if fighters is not None:
        return (fighters,)
    if spot.kind == "person":
        return (person_meant(scene, spot),)
    if spot.kind in ("organization", "media") or _is_a_body(spot):
        return (body_meant(scene, spot),)
    return group_meant(scene, spot)
