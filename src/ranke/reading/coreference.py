"""Who is meant: every expression of a report joined to the chain of the actor that it points at."""

from collections import Counter
from dataclasses import dataclass, field

from spacy.tokens import Doc

from ranke.model import Kind
from ranke.reading.chains import Chain, Chains, chain_names
from ranke.reading.lookups import known_person
from ranke.reading.nouns import reference, sector_of_words
from ranke.reading.pronouns import Trail, antecedents, blamed_tokens, forward_subject, is_speaker, speaker_tokens, spoken
from ranke.reading.spots import Spot
from ranke.reading.titles import link

_FAR = 40
"""Expressions looked back on from a noun; what was last mentioned farther away is not meant by "the group"."""
_EARLY = 20
"""Expressions at the head of a report that tell most about where it is set."""
_FIGHTERS = frozenset({"rebel", "militant", "insurgent", "fighter", "guerrilla", "rebels", "militants", "insurgents", "fighters", "guerrillas", "militia", "terrorist"})
_SAME_BODY = {"military": "army", "armed forces": "army", "policeman": "police", "legislature": "parliament"}
_PLURAL_SIDES: dict[str, tuple[Kind, ...]] = {
    "leader": ("person",), "president": ("person",), "minister": ("person",), "man": ("person",), "official": ("person",), "rival": ("person", "country"),
    "country": ("country",), "nation": ("country",), "government": ("country",), "neighbour": ("country",), "neighbor": ("country",), "ally": ("country",),
    "power": ("country",), "state": ("country",), "group": ("organization", "group"), "faction": ("organization", "group"),
}  # fmt: skip


@dataclass(slots=True)
class Cast:
    """The chains of a report, and for each token the chains meant there."""

    chains: Chains
    heads: dict[int, tuple[Chain, ...]]
    trail: Trail
    doc: Doc
    home: str | None
    keyed: dict[tuple[object, ...], Chain] = field(default_factory=dict)


def resolve(doc: Doc, spots: list[Spot], at: list[Spot | None]) -> Cast:
    """Join the expressions of a report to chains.

    Args:
        doc: The parsed text.
        spots: Every expression that may point at an actor, in order.
        at: For each token the expression it belongs to.
    """
    pairs = link(doc, spots, at)
    _people_agree(spots)
    initials = {id(short): name for short, name in pairs if short.form == "name"}
    chains = chain_names(spots, initials)
    cast = Cast(chains, {}, Trail(doc), doc, home_country(spots))
    cast.trail.blamed = blamed_tokens(doc)
    cast.trail.speakers = speaker_tokens(doc, cast.trail.quoted)
    cast.trail.speaking = {token: chain for token in cast.trail.speakers.values() if (chain := chains.of(at[token])) is not None}
    offices: dict[int, list[Spot]] = {}
    for noun, name in pairs:
        if noun.form == "nominal":
            offices.setdefault(id(noun), []).append(name)
    for noun, name in pairs:
        chain = chains.of(name)
        if noun.form == "nominal" and chain is not None:
            noun.country = noun.country or _shared_country(doc, noun, name, at, pairs)
            chain.offices.append(noun)
            if not chain.gender:
                chain.gender = noun.gender
    for spot in spots:
        meant = _meant(cast, spot, offices)
        if meant:
            if len(meant) == 1 and spot.form == "nominal" and chains.of(spot) is None:
                chains.put(spot, meant[0])
            elif spot.form == "pronoun" and len(meant) == 1:
                chains.put(spot, meant[0])
            cast.heads[spot.head] = meant
            cast.trail.speaking.setdefault(spot.head, meant[0])
            cast.trail.note(spot, meant)
        elif spot.form == "pronoun":
            continue
    _introduced(cast)
    _described(cast, spots)
    spoken(spots, cast.heads, chains, cast.trail)
    return cast


def _shared_country(doc: Doc, noun: Spot, name: Spot, at: list[Spot | None], pairs: list[tuple[Spot, Spot]]) -> str | None:
    """Return France for the second minister of "French president Macron and finance minister Le Maire"."""
    token = doc[name.head]
    first = at[token.head.i] if token.dep_ == "conj" and not noun.bodies and not noun.definite and noun.owner < 0 else None
    return next((other.country for other, named in pairs if named is first and other.form == "nominal"), None) if first is not None else None


def _people_agree(spots: list[Spot]) -> None:
    """Make a short name a person's where its full name has turned out to be one."""
    last = {spot.words[-1] for spot in spots if spot.form == "name" and spot.kind == "person" and len(spot.words) > 1}
    for spot in spots:
        if spot.form == "name" and spot.kind in ("organization", None) and spot.known is None and 0 < len(spot.words) <= 3 and spot.words[-1] in last:
            if sector_of_words(spot.words) is None:
                spot.kind, spot.local = "person", False


def _introduced(cast: Cast) -> None:
    """Join "a federal judge ruled" at the head of a report to the judge whom the next sentences name."""
    for chain in cast.chains.living():
        first = chain.spots[0]
        if chain.kind != "person" or any(spot.form == "name" for spot in chain.spots) or first.definite or first.number not in ("", "a"):
            continue
        here = cast.trail.sentences[first.head]
        if here > 1:
            continue
        for other in cast.chains.living():
            named = next((spot for spot in other.spots if spot.form == "name"), None)
            if other.kind != "person" or named is None or not here < cast.trail.sentences[named.head] <= here + 3:
                continue
            if any(office.noun.split(" ")[-1] == first.noun.split(" ")[-1] and office.start <= named.end + 3 for office in other.offices):
                cast.chains.merge(other, chain)
                break


def home_country(spots: list[Spot]) -> str | None:
    """Return the country that a report is mostly about: the one named most, as a place and early above all."""
    votes: Counter[str] = Counter()
    for rank, spot in enumerate(spots):
        if spot.country and spot.country != "IGO" and spot.form == "name":
            votes[spot.country] += (3 if spot.local else 1) * (2 if rank < _EARLY else 1)
    return min(votes, key=lambda code: (-votes[code], code)) if votes else None


def _meant(cast: Cast, spot: Spot, offices: dict[int, list[Spot]]) -> tuple[Chain, ...]:
    """Return the chains that an expression points at, opened where it is a new actor."""
    own = cast.chains.of(spot)
    if own is not None:
        return (own,)
    if spot.form == "pronoun":
        if spot.gender in ("1", "2"):
            return ()
        found = antecedents(cast.trail, spot) or forward_subject(cast.doc, spot, cast.chains, cast.trail)
        return tuple(found)
    if spot.form == "name":
        return ()
    named = [chain for name in offices.get(id(spot), []) if (chain := cast.chains.of(name)) is not None]
    if named:
        return tuple(dict.fromkeys(named)) if spot.plural else (named[0],)
    return _nominal(cast, spot)


def _nominal(cast: Cast, spot: Spot) -> tuple[Chain, ...]:
    words = reference()
    if spot.plural or spot.number in ("both", "two", "three", "four"):
        several = _sides(cast, spot)
        if several:
            return several
    if spot.noun in words["government"] and not spot.plural:
        return _government(cast, spot)
    if spot.noun == "side" and spot.country and not spot.plural:
        return (cast.chains.country(spot.country),)
    if spot.noun in words["country"] and not spot.plural:
        return _country(cast, spot)
    if spot.noun in _FIGHTERS and spot.bodies and spot.bodies[0].kind in ("organization", "group"):
        chain = cast.chains.of(spot.bodies[0])
        if chain is not None and spot.bodies[0].form == "name":
            return (chain,)
    if spot.kind == "person":
        return _person(cast, spot)
    if spot.kind in ("organization", "media"):
        return _body(cast, spot)
    return _group(cast, spot)


def _sides(cast: Cast, spot: Spot) -> tuple[Chain, ...]:
    """Return who "both sides", "the two leaders", "the three countries" are: the last ones named together."""
    size = {"both": 2, "two": 2, "three": 3, "four": 4}.get(spot.number, 0)
    before = cast.doc[spot.start - 1].lower_ if spot.start else ""
    noun = spot.noun[:-1] if spot.noun.endswith("s") else spot.noun
    noun = {"countrie": "country", "partie": "party", "allie": "ally", "men": "man"}.get(noun, noun)
    if before == "both":
        size = size or 2
    if not size and noun != "side":
        return ()
    if size and spot.kind == "group" and (spot.definite or before == "both") and not spot.bodies:
        people = cast.trail.together(size)
        if people:
            return people
    if noun not in reference()["side"] or not (spot.definite or before == "both" or spot.number == "both") or spot.bodies:
        return ()
    kinds = _PLURAL_SIDES.get(noun, ("country", "organization", "group", "person"))
    return tuple(cast.trail.last(size or 2, kinds))


def _government(cast: Cast, spot: Spot) -> tuple[Chain, ...]:
    """Return the country whose government is meant; a town's or a province's is a body of its own."""
    country = spot.country or _owner_country(cast, spot)
    if country is None and spot.person is not None:
        owner = cast.chains.of(spot.person)
        country = (owner.country if owner is not None else None) or _office_country(owner) or cast.home
    if any(word in ("local", "state", "provincial", "city", "regional", "municipal", "foreign") for word in spot.modifiers):
        return _body(cast, spot)
    if any(body.kind == "organization" and body.local for body in spot.bodies):
        return _body(cast, spot)
    country = country or cast.home
    return (cast.chains.country(country),) if country is not None and country != "IGO" else _body(cast, spot)


def _owner_country(cast: Cast, spot: Spot) -> str | None:
    """Return the country of whoever "his" or "its" before a noun means."""
    owners = cast.heads.get(spot.owner, ())
    return (owners[0].country or _office_country(owners[0])) if len(owners) == 1 else None


def _office_country(chain: Chain | None) -> str | None:
    if chain is None:
        return None
    person = known_person(chain.full)
    return next((office.country for office in chain.offices if office.country), None) or (person.country if person is not None else None)


def _country(cast: Cast, spot: Spot) -> tuple[Chain, ...]:
    if spot.country is not None and spot.bodies:
        return (cast.chains.country(spot.country),) if spot.bodies[0].kind == "country" else ()
    if not spot.definite or spot.bodies:
        return ()
    found = cast.trail.last(1, ("country",)) or ([cast.chains.country(cast.home)] if cast.home else [])
    return tuple(found)


def _key(spot: Spot, cast: Cast) -> tuple[object, ...]:
    bodies = tuple(chain.number for body in spot.bodies if (chain := cast.chains.of(body)) is not None and body.kind != "country")
    bodies += tuple(chain.number for chain in cast.heads.get(spot.owner, ()))
    return (_SAME_BODY.get(spot.noun, spot.noun), spot.country, bodies)


def _person(cast: Cast, spot: Spot) -> tuple[Chain, ...]:
    """Return the person that a noun in the singular means: an earlier holder of the office, else somebody new."""
    spot.country = spot.country or _owner_country(cast, spot)
    if spot.definite or _bare_office(cast.doc, spot):
        found = _holder(cast, spot)
        if found is not None:
            return (found,)
    chain = cast.chains.new("person")
    chain.gender = spot.gender
    return (cast.chains.put(spot, chain),)


def _bare_office(doc: Doc, spot: Spot) -> bool:
    """Whether an office stands without an article, as "SCFRI head" and "Prime Minister" do."""
    return spot.number != "a" and (bool(spot.bodies) or doc[spot.head].tag_ == "NNP")


def _holder(cast: Cast, spot: Spot) -> Chain | None:
    best: tuple[float, int] | None = None
    found: Chain | None = None
    for chain in cast.trail.recent(cast.chains, "person"):
        score = _office_score(cast, spot, chain)
        if score <= 0:
            continue
        rank = (score, cast.trail.last_seen(chain))
        if best is None or rank > best:
            best, found = rank, chain
    return found or _holder_to_come(cast, spot)


def _holder_to_come(cast: Cast, spot: Spot) -> Chain | None:
    """Return the person named later with just this office in just this country or body."""
    for chain in cast.chains.living():
        if chain.kind != "person" or cast.trail.last_seen(chain):
            continue
        for office in chain.offices:
            same = office.noun == spot.noun or _minister(office.noun) == _minister(spot.noun)
            if same and ((spot.country and spot.country == office.country) or _shared_bodies(spot, office)):
                return chain
    return None


def _shared_bodies(spot: Spot, office: Spot) -> bool:
    return any(body.words in [own.words for own in office.bodies] for body in spot.bodies if body.kind != "country")


def _office_score(cast: Cast, spot: Spot, chain: Chain) -> float:
    """How well a definite noun fits a person: the same office, the same country and body, no contrary gender."""
    if spot.gender and chain.gender and spot.gender != chain.gender:
        return 0
    offices = [*chain.offices, *(own for own in chain.spots if own.form == "nominal" and own is not spot)]
    if _other_bodies(cast, spot, offices):
        return 0
    country = _office_country(chain) or chain.country
    if spot.country and country and spot.country != country:
        return 0
    last = spot.noun.rsplit(" ", 1)[-1]
    score = 0.0
    for office in offices:
        if (office.noun == spot.noun and not _contrary(spot, office)) or _minister(office.noun) == _minister(spot.noun):
            score = max(score, 4 + _shared(spot, office))
        elif office.noun.rsplit(" ", 1)[-1] == last and not _contrary(spot, office):
            score = max(score, 3)
    if score:
        return score
    words = reference()
    if spot.noun in words["loose"] and not spot.bodies and offices and any(office.sector or office.country for office in offices):
        return 1
    if spot.noun in words["crime"]:
        if any(office.noun in words["crime"] for office in offices):
            return 3
        return 2 if chain.number in cast.trail.accused else 0
    if spot.noun in ("man", "woman", "boy", "girl", "victim") and all(office.sector in ("CVL", "CRM", None) for office in offices):
        return 1 if cast.trail.distance(chain, spot) < _FAR and any(own.form == "name" for own in chain.spots) else 0
    return 0


def _minister(noun: str) -> str:
    return noun.replace("defense", "defence").replace(" secretary", " minister")


def _shared(spot: Spot, office: Spot) -> float:
    """How many modifiers and bodies two nouns share."""
    return sum(word in office.modifiers for word in spot.modifiers) + sum(body.words in [own.words for own in office.bodies] for body in spot.bodies)


def _other_bodies(cast: Cast, spot: Spot, offices: list[Spot]) -> bool:
    """Whether a noun names a body and the offices name others only: "SCFRI head" is no "deputy head of Hamas"."""
    own = _body_numbers(cast, [spot])
    others = _body_numbers(cast, offices)
    return bool(own and others) and not own & others


def _body_numbers(cast: Cast, spots: list[Spot]) -> set[int]:
    return {chain.number for spot in spots for body in spot.bodies if body.kind != "country" and (chain := cast.chains.of(body)) is not None}


def _contrary(spot: Spot, office: Spot) -> bool:
    """Whether two offices of one noun differ: "foreign minister" and "prime minister", "head" and "deputy head"."""
    if ("deputy" in (*spot.modifiers, *spot.noun.split(" "))) != ("deputy" in (*office.modifiers, *office.noun.split(" "))):
        return True
    one, other = spot.noun.split(" ")[:-1], office.noun.split(" ")[:-1]
    return bool(one and other and one != other)


def _body(cast: Cast, spot: Spot) -> tuple[Chain, ...]:
    """Return the body that "the ministry", "the group", "the Turkish army" means."""
    key = _key(spot, cast)
    if key in cast.keyed and not spot.number:
        return (cast.keyed[key],)
    if spot.definite and not spot.bodies and not spot.country:
        found = _named_body(cast, spot)
        if found is not None:
            return (found,)
    if not spot.country and not spot.bodies and not spot.number:
        noun = _SAME_BODY.get(spot.noun, spot.noun)
        earlier = [chain for (word, *_), chain in cast.keyed.items() if word == noun]
        if earlier:
            return (max(earlier, key=cast.trail.last_seen),)
    chain = cast.chains.new(spot.kind)
    cast.keyed[key] = chain
    return (cast.chains.put(spot, chain),)


_SECTORS: dict[str, tuple[str, ...]] = {
    "group": ("REB", "NGO", "PTY", "CVL", "OPP", "CRM", "REL", "BUS"), "movement": ("PTY", "REB", "CVL", "OPP"), "party": ("PTY", "OPP"),
    "organization": ("NGO", "REB", "IGO", "PTY"), "organisation": ("NGO", "REB", "IGO", "PTY"), "company": ("BUS",), "firm": ("BUS",), "giant": ("BUS",),
    "agency": ("MED", "GOV", "IGO"), "newspaper": ("MED",), "paper": ("MED",), "broadcaster": ("MED",), "channel": ("MED",), "outlet": ("MED",),
    "network": ("MED",), "publication": ("MED",), "website": ("MED", "BUS"), "magazine": ("MED",), "militia": ("REB", "MIL"), "bloc": ("IGO", "PTY", "LEG"),
    "union": ("NGO", "IGO"), "alliance": ("IGO", "PTY"), "charity": ("NGO",), "watchdog": ("NGO", "IGO", "GOV"), "airline": ("BUS",), "manufacturer": ("BUS",),
    "carmaker": ("BUS",), "court": ("JUD",), "tribunal": ("JUD",), "church": ("REL",), "bank": ("BUS",), "university": ("EDU",), "faction": ("REB", "PTY"),
    "parliament": ("LEG",), "house": ("LEG",), "chamber": ("LEG",), "assembly": ("LEG",), "body": ("IGO", "LEG", "NGO"), "club": ("BUS",), "council": ("LEG", "GOV"),
    "station": ("MED",), "legislature": ("LEG",), "department": ("GOV", "COP"), "ministry": ("GOV",), "cartel": ("CRM",), "gang": ("CRM",),
}  # fmt: skip


def _described(cast: Cast, spots: list[Spot]) -> None:
    """Join "the former minister added" to the speaker named near it whom the report gives no office."""
    trail = cast.trail
    speaks = {chain.number for spot in spots if is_speaker(cast.doc[spot.head]) for chain in cast.heads.get(spot.head, ())}
    untitled = [
        chain
        for chain in cast.chains.living()
        if chain.kind == "person" and chain.number in speaks and not chain.offices and any(spot.form == "name" for spot in chain.spots)
    ]
    for chain in cast.chains.living() if untitled else []:
        first = chain.spots[0]
        if chain.kind != "person" or chain.number not in speaks or any(spot.form == "name" for spot in chain.spots):
            continue
        if not (first.definite or first.bodies) or first.number or first.sector == "CVL" or first.noun in reference()["human"]:
            continue
        near = [
            (abs(trail.sentences[spot.head] - trail.sentences[first.head]), other.number, other)
            for other in untitled
            for spot in other.spots
            if spot.form == "name" and other.merged is None and _may_hold(first, other)
        ]
        if near and min(near)[0] <= _NEAR:
            cast.chains.merge(min(near)[2], chain)


_NEAR = 4
"""Sentences between a description and the name of the speaker whom it means."""


def _may_hold(office: Spot, chain: Chain) -> bool:
    """Whether nothing known of a person speaks against an office."""
    person = known_person(chain.full)
    country = chain.country or (person.country if person is not None else None)
    return not (office.gender and chain.gender and office.gender != chain.gender) and not (office.country and country and office.country != country)


_ANY = frozenset({"group", "organization", "organisation", "company", "firm", "movement"})


def _named_body(cast: Cast, spot: Spot) -> Chain | None:
    """Return the body named before whose name or description holds the noun, else the last of a fitting sector."""
    noun = spot.noun.rsplit(" ", 1)[-1]
    fitting = _SECTORS.get(noun, ())
    weaker: Chain | None = None
    for chain in cast.trail.newest(_FAR):
        if chain.kind not in ("organization", "media", "group"):
            continue
        for own in chain.spots:
            if noun in own.words or own.noun == spot.noun or _SAME_BODY.get(noun) in own.words or any(_SAME_BODY.get(word) == noun for word in own.words):
                return chain
        if any(office.noun.rsplit(" ", 1)[-1] == noun for office in chain.offices):
            return chain
        sector = chain.known.sector if chain.known is not None else next((own.sector for own in chain.spots if own.sector), None)
        named = chain.spots and chain.spots[0].form == "name"
        if weaker is None and named and (sector in fitting or (sector is None and noun in _ANY)):
            weaker = chain
    return weaker


def _holders(cast: Cast, spot: Spot) -> tuple[Chain, ...]:
    """Return the people whom "the Russian and Turkish presidents" means; none unless each is known."""
    countries = [body.country for body in spot.bodies if body.kind == "country" and body.country]
    if len(countries) < 2 or spot.noun not in ("president", "presidents", "leaders", "prime ministers", "foreign ministers", "ministers"):
        return ()
    noun = spot.noun.rstrip("s")
    found: list[Chain] = []
    for country in reversed(countries):
        for chain in cast.chains.living():
            office = any(own.noun == noun or noun == "leader" for own in chain.offices)
            if chain.kind == "person" and (office or known_person(chain.full) is not None) and _office_country(chain) == country:
                found.append(chain)
                break
    return tuple(found) if len(found) == len(countries) else ()


def _group(cast: Cast, spot: Spot) -> tuple[Chain, ...]:
    """Return the group that a noun in the plural means: the same words again, or the last of that noun if definite."""
    several = _holders(cast, spot)
    if several:
        return several
    key = _key(spot, cast)
    if not spot.number and key in cast.keyed:
        return (cast.keyed[key],)
    if not spot.country and not spot.bodies and spot.definite:
        earlier = [chain for (word, *_), chain in cast.keyed.items() if word == key[0]]
        if earlier:
            return (max(earlier, key=cast.trail.last_seen),)
    if not spot.country and not spot.bodies and not spot.number and not spot.modifiers:
        ending = [chain for (word, *_), chain in cast.keyed.items() if str(word).endswith(f" {spot.noun}")]
        if ending and cast.trail.distance(max(ending, key=cast.trail.last_seen), spot) < _FAR:
            return (max(ending, key=cast.trail.last_seen),)
    if spot.noun in _FIGHTERS and spot.definite:
        for chain in cast.trail.newest(_FAR):
            if chain.kind in ("organization", "group") and chain.known is not None and chain.known.sector == "REB":
                return (chain,)
    chain = cast.chains.new("group")
    chain.plural = True
    cast.keyed.setdefault(key, chain)
    return (cast.chains.put(spot, chain),)
