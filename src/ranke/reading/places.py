"""Which places a report names, and where they are.

A name is looked up in the gazetteer; what stands around it decides whether it is a place there ("in Jordan") or part of
something else ("Jordan Peterson", "the Paris Agreement", "Syrian"). Places that no table knows are kept when the parser
takes them for places; their country comes from the words beside them.
"""

from collections import Counter
from dataclasses import replace

from spacy.tokens import Doc, Span

from ranke.model import Place
from ranke.reading.gazetteer import Gazetteer, Site, gazetteer, key
from ranke.reading.toponyms import (
    AREAS,
    DIRECTIONS,
    LONGEST,
    NAMED,
    PLACED,
    Hit,
    after,
    is_place,
    looked_up,
    may_begin,
    qualifier,
)

LIFT = 1.2
"""How much a country that the report speaks of lifts a namesake: on the scale of towns, sixteen times the inhabitants.

With it "Birmingham" in a report on the United States is the one in Alabama, and "Paris" still the one in France.
"""
_SAME_STATE = 0.8
_COMPASS = {"north", "south"}
_FACILITIES = {
    *("airport", "airfield", "airbase", "base", "bridge", "square", "plaza", "street", "avenue", "road", "boulevard"),
    *(
        "mosque",
        "cathedral",
        "basilica",
        "synagogue",
        "temple",
        "hospital",
        "prison",
        "jail",
        "camp",
        "stadium",
        "arena",
    ),
    *(
        "station",
        "port",
        "harbour",
        "harbor",
        "dam",
        "crossing",
        "checkpoint",
        "park",
        "palace",
        "tower",
        "hall",
        "hotel",
    ),
    *("mall", "cemetery", "monastery", "barracks", "courthouse", "museum", "theatre", "theater", "church", "shrine"),
}
_BORDERS = {"border", "frontier"}
_BETWEEN = {"-", "–", "and", "/"}  # a dash of texts
_BEFORE = 6
"""Tokens before an unknown place in which a people tells its country ("the northern Syrian town of")."""


def find_places(doc: Doc) -> list[Place]:
    """Return the places that a text names, in order; none overlaps another.

    Needs entities, tags and dependencies. A country or a capital that stands for its government ("Washington said") is
    still a place that is named; adjectives and demonyms are none.
    """
    known = gazetteer()
    hits, spoken = looked_up(doc, known)
    surnames = {entity[-1].lower_ for entity in doc.ents if entity.label_ == "PERSON" and len(entity) > 1}
    named = [_widened(doc, hit) for hit in hits if is_place(doc, hit, known, surnames)]
    spoken.update(_certain(named))
    chosen = _choose(doc, named, spoken, known)
    found = _borders(doc, known)
    taken = {i for start, end in found for i in range(start, end)}
    unknown = found + _unknown(doc, hits, named, known)
    sites = [(hit, site) for hit, site in chosen if taken.isdisjoint(range(hit.start, hit.end))]
    return _placed(doc, sites, unknown, known)


def _widened(doc: Doc, hit: Hit) -> Hit:
    """Take in a direction before a country or region ("northern Syria"), and leave out a bare "province" behind it."""
    start, end = hit.start, hit.end
    if end - start > 1 and doc[end - 1].lower_ in AREAS and doc[end - 1].text.islower():
        end -= 1
    if not any(site.kind in ("country", "region") for site in hit.sites):
        return replace(hit, start=start, end=end)
    if start and doc[start - 1].lower_ in DIRECTIONS and not doc[start].is_sent_start:
        start -= 1
        if start > 1 and doc[start - 1].text == "-" and doc[start - 2].lower_ in _COMPASS:
            start -= 2
    return replace(hit, start=start, end=end)


def _certain(hits: list[Hit]) -> Counter[str]:
    """Count the countries of names that can only lie in one, or that are countries."""
    found: Counter[str] = Counter()
    for hit in hits:
        countries = {site.country for site in hit.sites}
        country = hit.sites[0].country
        if len(countries) == 1 and country:
            found[country] += 1
    return found


def _choose(doc: Doc, hits: list[Hit], spoken: Counter[str], known: Gazetteer) -> list[tuple[Hit, Site]]:
    """Settle what each name stands for, the same all through the report: what is added to it, the report, its size."""
    states = {known.states[hit.name] for hit in hits if hit.name in known.states}
    settled: dict[str, Site] = {}
    for hit in hits:
        country, state = qualifier(doc, hit, known)
        fitting = [site for site in hit.sites if site.country == country and (not state or site.state == state)]
        if country and fitting and hit.sites[0].kind not in ("country",) and hit.name not in settled:
            settled[hit.name] = max(fitting, key=lambda site: site.rank)
    for hit in hits:
        if hit.name not in settled:
            settled[hit.name] = max(hit.sites, key=lambda site: _weight(site, spoken, states))
    return [(hit, settled[hit.name]) for hit in hits]


def _weight(site: Site, spoken: Counter[str], states: set[str]) -> float:
    lift = LIFT if site.country and spoken[site.country] else 0.0
    return site.rank + lift + (_SAME_STATE if site.state and site.state in states else 0.0)


def _borders(doc: Doc, known: Gazetteer) -> list[tuple[int, int]]:
    """Return the bounds of borders named by both sides: "Syrian-Turkish border", "Iraq–Syria border"."""
    found = []
    for token in doc:
        i = token.i
        if token.lower_ in _BORDERS and i > 2 and doc[i - 2].text in _BETWEEN:
            sides = key(doc[i - 1].text), key(doc[i - 3].text)
            if all(side in known.peoples or any(site.kind == "country" for site in known.find(side)) for side in sides):
                found.append((i - 3, i + 1))
    return found


def _unknown(doc: Doc, hits: list[Hit], named: list[Hit], known: Gazetteer) -> list[tuple[int, int]]:
    """Return the bounds of places that no table has: the parser's entities, and buildings after "in" or "at"."""
    tried = {i for hit in hits for i in range(hit.start, hit.end)}
    taken = {i for hit in named for i in range(hit.start, hit.end)}
    found = []
    for entity in doc.ents:
        building = entity.label_ == "FAC" or _is_facility(doc, entity)
        if entity.label_ not in NAMED and not building:
            continue
        for start, end in _pieces(entity):
            inside = range(start, end)
            if (building or tried.isdisjoint(inside)) and taken.isdisjoint(inside) and _is_new(doc, start, end, known):
                found.append((start, end))
    return found


def _is_facility(doc: Doc, entity: Span) -> bool:
    last = entity[-1]
    return (
        entity.label_ == "ORG"
        and len(entity) > 1
        and last.lower_ in _FACILITIES
        and last.text[0].isupper()
        and after(doc, entity.start, PLACED)
    )


def _pieces(entity: Span) -> list[tuple[int, int]]:
    """Return the names in an entity, without articles, adjectives and possessive marks, cut at commas and line breaks."""
    found, start = [], entity.start
    for i in range(entity.start, entity.end + 1):
        at_end = i == entity.end
        if at_end or entity.doc[i].text in (",", ";", "(", ")") or entity.doc[i].is_space:
            first, last = start, i
            while first < last and not may_begin(entity.doc, first):
                first += 1
            while last > first and (entity.doc[last - 1].tag_ == "POS" or entity.doc[last - 1].is_punct):
                last -= 1
            if first < last:
                found.append((first, last))
            start = i + 1
    return found


def _is_new(doc: Doc, start: int, end: int, known: Gazetteer) -> bool:
    """Whether words that no table has can be a place: a name, no initials, no people and no body."""
    name = key(doc[start:end].text)
    first = name.partition(" ")[0]
    if not name or end - start > 2 * LONGEST or name in known.peoples or name in known.bodies or name in known.metonyms:
        return False
    if first in known.peoples and end - start == 1:
        return False
    return any(token.tag_ in ("NNP", "NNPS") and not token.is_upper for token in doc[start:end])


def _placed(doc: Doc, sites: list[tuple[Hit, Site]], unknown: list[tuple[int, int]], known: Gazetteer) -> list[Place]:
    """Turn what was found into places with characters; an unknown place takes its country from the words beside it."""
    found = {(hit.start, hit.end): _place(doc, hit.start, hit.end, site) for hit, site in sites}
    countries = {place.country for place in found.values() if place.country}
    only = next(iter(countries)) if len(countries) == 1 else None
    beside: dict[int, set[str]] = {}
    for (start, _), place in found.items():
        if place.country:
            beside.setdefault(doc[start].sent.start, set()).add(place.country)
    carried: dict[str, Site] = {}
    for start, end in unknown:
        name = key(doc[start:end].text)
        near = beside.get(doc[start].sent.start, set())
        site = carried.get(name) or _guessed(doc, start, end, known)
        if site.country is None:
            site = site._replace(country=next(iter(near)) if len(near) == 1 else only)
        if site.country and doc[end - 1].lower_ not in _BORDERS:
            carried.setdefault(name, site)
        found[start, end] = _place(doc, start, end, site)
    places, last = [], 0
    for _, place in sorted(found.items()):
        if place.span[0] >= last:
            places.append(place)
            last = place.span[1]
    return places


def _guessed(doc: Doc, start: int, end: int, known: Gazetteer) -> Site:
    """Return what the words in and beside an unknown name tell: "Baghdad International Airport", "the Syrian town of"."""
    nowhere = Site("unknown", None, None, None, 0.0)
    if doc[end - 1].lower_ in _BORDERS:
        return nowhere
    country, _ = qualifier(doc, Hit(start, end, "", ()), known)
    if country:
        return nowhere._replace(country=country)
    for stop in range(end - 1, start, -1):
        sites = known.find(key(doc[start:stop].text))
        if sites:
            best = max(sites, key=lambda site: site.rank)
            return best if best.kind in ("city", "town") else nowhere._replace(country=best.country)
    for token in reversed(doc[max(start - _BEFORE, doc[start].sent.start) : start]):
        people = known.peoples.get(key(token.text))
        if people:
            return nowhere._replace(country=people)
        if token.is_punct and token.text != "-":
            break
    return nowhere


def _place(doc: Doc, start: int, end: int, site: Site) -> Place:
    span = doc[start:end]
    where = (
        None if site.latitude is None else round(site.latitude, 4),
        None if site.longitude is None else round(site.longitude, 4),
    )
    return Place(
        span=(span.start_char, span.end_char),
        name=" ".join(span.text.split()),
        country=site.country,
        latitude=where[0],
        longitude=where[1],
    )
