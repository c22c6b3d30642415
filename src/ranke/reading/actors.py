"""The actors of a report: one for each chain, with kind, country, sector, names and roles."""

from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc

from ranke.model import Kind, Place, Sector
from ranke.reading.chains import Chain
from ranke.reading.coreference import Cast as Found
from ranke.reading.coreference import resolve
from ranke.reading.lookups import country_names, country_words, known_person
from ranke.reading.mentions import find_mentions
from ranke.reading.nouns import default_sector, reference, sector_of_words
from ranke.reading.parts import ActorPart, Cast, MentionPart, RolePart
from ranke.reading.spots import Spot

_ARTICLES = ("the ", "a ", "an ")


def cast_actors(doc: Doc, places: Sequence[Place]) -> Cast:
    """Return the actors of a report and who is meant at which token.

    Needs: tags, lemmas, dependencies, sentences, entities.

    Args:
        doc: The parsed text.
        places: The places it names; they give the country of cities and provinces. May be empty.
    """
    spots, at = find_mentions(doc, places)
    found = resolve(doc, spots, at)
    ids: dict[int, str] = {}
    actors: dict[str, ActorPart] = {}
    living = sorted(found.chains.living(), key=lambda chain: (min(spot.start for spot in chain.spots), chain.number))
    countries = {chain.number: _country(chain, found) for chain in living}
    for chain in living:
        part = _actor(doc, chain, found, countries, f"a{len(ids) + 1}")
        ids[chain.number] = part.id
        actors[part.id] = part
    return Cast(actors, _heads(doc, found, spots, at, ids))


def _heads(doc: Doc, found: Found, spots: list[Spot], at: list[Spot | None], ids: dict[int, str]) -> dict[int, tuple[str, ...]]:
    """Map head tokens, and the other words of names, to actors; a place that only tells where is nobody."""
    heads: dict[int, tuple[str, ...]] = {}
    for spot in spots:
        if spot.local or spot.head not in found.heads:
            continue
        chains = [_living(chain) for chain in found.heads[spot.head]]
        meant = tuple(dict.fromkeys(ids[chain.number] for chain in chains if chain.number in ids))
        if not meant:
            continue
        heads[spot.head] = meant
        if spot.form != "pronoun":
            for i in range(spot.start, spot.end):
                if at[i] is spot and doc[i].is_alpha:
                    heads.setdefault(i, meant)
    for token in doc:
        if token.tag_ in ("WP", "WDT") and token.head.dep_ == "relcl" and token.head.head.i in heads:
            heads.setdefault(token.i, heads[token.head.head.i])
    _through_measures(doc, heads)
    return heads


def _through_measures(doc: Doc, heads: dict[int, tuple[str, ...]]) -> None:
    """Let "hundreds of protesters" and "one of the gunmen" mean who stands after "of"."""
    words = reference()["partitive"] | reference()["quantity"]
    for token in doc:
        if token.lower_ != "of" or token.dep_ != "prep" or token.head.i > token.i:
            continue
        measure = token.head
        if measure.i in heads or not (measure.lower_ in words or measure.lemma_ in words or measure.tag_ == "CD"):
            continue
        held = next((child for child in token.children if child.dep_ == "pobj"), None)
        if held is not None and held.i in heads:
            heads[measure.i] = heads[held.i]


def _living(chain: Chain) -> Chain:
    while chain.merged is not None:
        chain = chain.merged
    return chain


def _actor(doc: Doc, chain: Chain, found: Found, countries: dict[int, str | None], number: str) -> ActorPart:
    kind: Kind = chain.kind or "organization"
    if chain.known is not None and chain.known.sort == "organization":
        kind = chain.known.kind
    elif kind == "organization" and _sector(chain, found) == "MED":
        kind = "media"
    name, aliases = _names(doc, chain)
    part = ActorPart(number, name, kind, countries.get(chain.number), _sector(chain, found), aliases, _roles(doc, chain))
    seen: set[int] = set()
    for spot in sorted(chain.spots, key=lambda spot: (spot.start, spot.end)):
        if spot.start not in seen:
            seen.add(spot.start)
            part.mentions.append(MentionPart(spot.start, spot.end, spot.head, spot.form))
    for office in chain.offices:
        if office.start not in seen:
            seen.add(office.start)
            part.mentions.append(MentionPart(office.start, office.end, office.head, "nominal"))
    part.mentions.sort(key=lambda mention: mention.start)
    return part


def _text(doc: Doc, spot: Spot) -> str:
    return " ".join(doc[spot.start : spot.end].text.split())


def _names(doc: Doc, chain: Chain) -> tuple[str, list[str]]:
    """Return the best name and all naming forms in the order of the text."""
    named = [spot for spot in chain.spots if spot.form == "name"]
    described = [spot for spot in chain.spots if spot.form == "nominal"]
    aliases: dict[str, None] = {}
    for spot in named:
        aliases.setdefault(_text(doc, spot))
        titled = _with_title(doc, spot)
        if titled:
            aliases.setdefault(titled)
        if spot.start and doc[spot.start - 1].lower_ == "the":
            aliases.setdefault(f"{doc[spot.start - 1].text} {_text(doc, spot)}")
    for spot in [*described, *chain.offices]:
        for form in _described(doc, spot):
            aliases.setdefault(form)
    if chain.kind == "country" and chain.country is not None:
        name = country_names().get(chain.country, chain.country)
    elif named:
        best = max(named, key=lambda spot: (len([word for word in spot.words if len(word) > 1]) if not _short(spot) else 0, -spot.start))
        name = _text(doc, best)
    elif described:
        name = _bare(max((_described(doc, spot)[-1] for spot in described[:3]), key=len))
    else:
        name = _text(doc, chain.spots[0])
    return name, list(aliases)


def _short(spot: Spot) -> bool:
    return len(spot.words) == 1 and spot.end - spot.start == 1 and spot.kind != "person"


def _with_title(doc: Doc, spot: Spot) -> str:
    """Return the name with the title right before it, as it stands."""
    i = spot.start
    while i > 0 and doc[i - 1].tag_ in ("NNP", "NNPS") and doc[i - 1].head.i >= i and spot.start - i < 5 and not doc[i].is_sent_start:
        i -= 1
    return " ".join(doc[i : spot.end].text.split()) if i < spot.start else ""


def _described(doc: Doc, spot: Spot) -> list[str]:
    """Return a description with its modifiers, and with its complement, without the article."""
    i = spot.start
    while i > 0 and spot.start - i < 10 and doc[i - 1].dep_ in ("compound", "amod", "nmod", "poss", "case", "nummod", "punct") and (
        doc[i - 1].head.i >= i or doc[i - 1].tag_ == "POS"
    ) and not doc[i].is_sent_start and doc[i - 1].text not in (",", ".", '"', "“", "”", "(", ")", ":", ";"):
        i -= 1
    while i < spot.start and doc[i].tag_ in ("PRP$", "POS", "DT"):
        i += 1
    short = " ".join(doc[i : spot.end].text.split())
    forms = [short]
    if i and doc[i - 1].lower_ in ("the", "a", "an"):
        forms.insert(0, f"{doc[i - 1].text} {short}")
    return forms


def _bare(text: str) -> str:
    return next((text[len(article) :] for article in _ARTICLES if text.lower().startswith(article)), text)


def _roles(doc: Doc, chain: Chain) -> list[RolePart]:
    """Return each title or office that the text gives, once."""
    roles: dict[str, RolePart] = {}
    for office in [*chain.offices, *(spot for spot in chain.spots if spot.form == "nominal")]:
        if chain.kind != "person" or not office.title:
            continue
        body = next((body for body in office.bodies), None)
        title = " ".join(office.title.split())
        roles.setdefault(title.lower(), RolePart(title, _text(doc, body) if body is not None else None, office.start, office.end))
    return list(roles.values())


def _country(chain: Chain, found: Found) -> str | None:
    """Return the polity that an actor belongs to, as far as the text tells."""
    if chain.kind == "country":
        return chain.country
    votes: Counter[str] = Counter()
    if chain.known is not None and chain.known.country:
        votes[chain.known.country] += 4
    for spot in chain.spots:
        if spot.form != "pronoun" and spot.country:
            votes[spot.country] += 3
    for spot in [*chain.offices, *(own for own in chain.spots if own.form == "nominal" or own.bodies)]:
        if spot.country and spot.form != "name":
            votes[spot.country] += 3
        for body in spot.bodies:
            country = body.country or _of_body(body, found)
            if country:
                votes[country] += 2
        owners = [found.chains.of(spot.person), *found.heads.get(spot.owner, ())]
        for owner in owners:
            country = _owner_country(owner) if owner is not None and owner is not chain else None
            if country:
                votes[country] += 2
    if votes:
        return min(votes, key=lambda code: (-votes[code], code))
    person = known_person(chain.full) if chain.kind == "person" else None
    if person is not None:
        return person.country
    return _country_of_peers(chain, found) or found.home


def _country_of_peers(chain: Chain, found: Found) -> str | None:
    """Return the country of the only parliament, army or court that the report names by its own name, for its people."""
    sector = next((spot.sector for spot in [*chain.offices, *chain.spots] if spot.sector), None)
    if sector not in ("LEG", "JUD", "MIL"):
        return None
    peers = {
        other.known.country for other in found.chains.living() if other.known is not None and other.known.sort == "organization" and other.known.sector == sector
    }
    return peers.pop() if len(peers) == 1 else None


def _of_body(body: Spot, found: Found) -> str | None:
    chain = found.chains.of(body)
    if chain is None:
        return None
    return chain.country or (chain.known.country if chain.known is not None else None)


def _owner_country(chain: Chain) -> str | None:
    person = known_person(chain.full) if chain.kind == "person" else None
    if person is not None:
        return person.country
    return chain.country or next((office.country for office in chain.offices if office.country), None)


def _sector(chain: Chain, found: Found) -> Sector | None:
    """Return the part of the political system that an actor belongs to: by title, body, name or noun."""
    if chain.kind == "country":
        return "GOV"
    if chain.known is not None and chain.known.sector and chain.known.sort == "organization":
        return chain.known.sector
    nouns = [*chain.offices, *(own for own in chain.spots if own.form == "nominal")]
    votes: Counter[Sector] = Counter()
    for rank, spot in enumerate(nouns):
        sector = _sector_of_noun(spot, found)
        if sector is not None:
            votes[sector] += 1 if {"former", "ex", "late"} & set(spot.modifiers) else 3 if rank == 0 else 2
    if not votes:
        for body in [body for spot in chain.spots if spot.form == "name" for body in spot.bodies]:
            sector = _sector_of_body(body, found)
            if sector is not None:
                votes[sector] += 1
    if not votes and chain.kind != "person":
        for spot in chain.spots:
            sector = spot.sector or (sector_of_words(spot.words) if spot.form == "name" else None)
            if sector is not None:
                votes[sector] += 1
    if not votes and chain.kind == "organization" and any(spot.words and (spot.words[0] == "national" or spot.words[0] in country_words()) for spot in chain.spots):
        return "GOV"
    if not votes and chain.kind == "person":
        person = known_person(chain.full)
        return person.sector if person is not None else "CRM" if chain.number in found.trail.accused else "CVL"
    if not votes and chain.kind == "group":
        return "CVL"
    return min(votes, key=lambda code: (-votes[code], code)) if votes else None


def _sector_of_noun(spot: Spot, found: Found) -> Sector | None:
    """Return the sector of a noun, from its body where the noun is anybody's ("spokesman of Hamas")."""
    if spot.noun in _PARTISANS and any(other.known is not None and other.known.sector == "LEG" for other in found.chains.living()):
        return "LEG"
    portable = spot.noun in reference()["portable"]
    if spot.sector is not None and not portable:
        return spot.sector
    if not (spot.inherits or portable):
        return None
    for body in spot.bodies:
        sector = _sector_of_body(body, found)
        if sector is not None:
            return sector
    if spot.person is not None:
        sector = _sector_of_owner(spot.person, found)
        if sector is not None:
            return sector
    if any(body.kind == "country" for body in spot.bodies) and (spot.kind == "person" or spot.noun in reference()["stately"]):
        return default_sector(spot.noun) or "GOV"
    return spot.sector or default_sector(spot.noun) or default_sector(f"{spot.noun}s")


_PARTISANS = frozenset({"democrat", "republican", "conservative", "liberal", "socialist", "independent", "tory", "libertarian"})
"""What a report on a parliament calls its members by."""


def _sector_of_body(body: Spot, found: Found) -> Sector | None:
    if body.kind == "country":
        return None
    chain = found.chains.of(body)
    known = chain.known.sector if chain is not None and chain.known is not None else None
    return known or body.sector or sector_of_words(body.words)


def _sector_of_owner(person: Spot, found: Found) -> Sector | None:
    """Return the sector of whom an aide or a spokesman works for."""
    if person.sector is not None:
        return person.sector
    chain = found.chains.of(person)
    return next((office.sector for office in chain.offices if office.sector), None) if chain is not None else None
