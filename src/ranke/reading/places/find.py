"""Which places a report names, and where they are.

A name is looked up in the gazetteer; what stands around it decides whether it is a place there ("in Jordan") or part of
something else ("Jordan Peterson", "the Paris Agreement", "Syrian"). Places that no table knows are kept when the parser
takes them for places; their country comes from the words beside them.
"""

from collections import Counter
from dataclasses import replace

from spacy.tokens import Doc

from ranke.model import Place
from ranke.reading.places.gazetteer import Gazetteer, Site, gazetteer, key
from ranke.reading.places.newplaces import BORDERS, borders, districts, guess, unknown
from ranke.reading.places.placing import AREAS, DIRECTIONS, LANDS, is_place, qualifier
from ranke.reading.places.toponyms import Hit, Sight, look_up, sentence_starts

LIFT = 1.2
"""How much a country that the report speaks of lifts a namesake: as sixteen times the inhabitants would."""
LIFT_STATE = 0.3
"""The same for towns in the United States, which have a namesake of most towns and are in most reports; with its state
named, a town there has the full lift."""
_MAIN = 0.6
"""Share of a report's places from which on one country is taken to be that of a place nobody knows."""
_DECIMALS = 4
_COMPASS = {"north", "south"}


def find_places(doc: Doc) -> list[Place]:
    """Return the places that a text names, in order; none overlaps another.

    Needs entities, tags and dependencies. A country or a capital that stands for its government ("Washington said") is
    still a place that is named; adjectives and demonyms are none.
    """
    known = gazetteer()
    sight = look_up(doc, known)
    named = [_widened(doc, hit) for hit in sight.hits if is_place(doc, hit, sight, known)]
    sight.spoken.update(_certain(named))
    joined = borders(doc, known) + districts(doc, named)
    taken = {i for start, end in joined for i in range(start, end)}
    sites = [
        (hit, site) for hit, site in _choose(doc, named, sight, known) if taken.isdisjoint(range(hit.start, hit.end))
    ]
    return _placed(doc, sites, joined + unknown(doc, sight, taken, named, known), known)


def _widened(doc: Doc, hit: Hit) -> Hit:
    """Take in a direction before a country or region ("northern Syria"), and leave out a bare "province" behind it."""
    start, end = hit.start, hit.end
    if end - start > 1 and doc[end - 1].lower_ in AREAS | LANDS and doc[end - 1].text.islower():
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


def _choose(doc: Doc, hits: list[Hit], sight: Sight, known: Gazetteer) -> list[tuple[Hit, Site]]:
    """Settle what each name stands for, the same all through the report: what is added to it, the report, its size."""
    states = {known.states[hit.name] for hit in hits if hit.name in known.states}
    settled: dict[str, Site] = {}
    for hit in hits:
        country, state = qualifier(doc, hit.end, known)
        if not country or hit.sites[0].kind == "country" or hit.name in settled:
            continue
        fitting = [site for site in hit.sites if site.country == country and site.state in ("", state)]
        if fitting:
            settled[hit.name] = max(fitting, key=lambda site: site.rank)
        elif state and hit.sites[0].kind == "city":
            settled[hit.name] = Site("unknown", country, None, None, 0.0)
    for hit in hits:
        if hit.name not in settled:
            settled[hit.name] = max(hit.sites, key=lambda site: _weight(site, sight.spoken, states))
    return [(hit, settled[hit.name]) for hit in hits]


def _weight(site: Site, spoken: Counter[str], states: set[str]) -> float:
    if not site.country or not spoken[site.country]:
        return site.rank
    return site.rank + (LIFT_STATE if site.state and site.state not in states else LIFT)


def _placed(doc: Doc, sites: list[tuple[Hit, Site]], unknown: list[tuple[int, int]], known: Gazetteer) -> list[Place]:
    """Turn what was found into places with characters; an unknown place takes its country from the words beside it."""
    found = {(hit.start, hit.end): _place(doc, hit.start, hit.end, site) for hit, site in sites}
    counts = Counter(place.country for place in found.values() if place.country)
    most, times = counts.most_common(1)[0] if counts else (None, 0)
    main = most if times >= _MAIN * counts.total() else None
    sentences = sentence_starts(doc)
    beside: dict[int, set[str]] = {}
    for (start, _), place in found.items():
        if place.country:
            beside.setdefault(sentences[start], set()).add(place.country)
    carried: dict[str, Site] = {}
    for start, end in unknown:
        name = key(doc[start:end].text)
        near = beside.get(sentences[start], set())
        site = carried.get(name) or guess(doc, start, end, sentences[start], known)
        if site.country is None and doc[end - 1].lower_ not in BORDERS:
            site = site._replace(country=_one(near, main))
            carried.setdefault(name, site)
        found[start, end] = _place(doc, start, end, site)
    places: list[Place] = []
    for _, place in sorted(found.items()):
        if not places or place.span[0] >= places[-1].span[1]:
            places.append(place)
    return places


def _one(near: set[str], main: str | None) -> str | None:
    """Return the country of the places in the same sentence where it is one; without such places that of the report."""
    if near:
        return next(iter(near)) if len(near) == 1 else None
    return main


def _place(doc: Doc, start: int, end: int, site: Site) -> Place:
    span = doc[start:end]
    return Place(
        span=(span.start_char, span.end_char),
        name=" ".join(span.text.split()),
        country=site.country,
        latitude=None if site.latitude is None else round(site.latitude, _DECIMALS),
        longitude=None if site.longitude is None else round(site.longitude, _DECIMALS),
    )
