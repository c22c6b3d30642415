"""Places that no table knows: what the parser or the words beside a name take for one, and in which country."""

from spacy.tokens import Doc, Span

from ranke.reading.places.gazetteer import Gazetteer, Site, key
from ranke.reading.places.placing import AREAS, DIRECTIONS, LOCATIVE, PLACED, SETTLED, after, qualifier
from ranke.reading.places.toponyms import LONGEST, NAMED, Hit, Sight, may_begin
from ranke.reading.words import words_of

_FACILITIES = {
    "airport", "airfield", "airbase", "base", "bridge", "square", "plaza", "street", "avenue", "road", "boulevard",
    "mosque", "cathedral", "basilica", "synagogue", "temple", "hospital", "prison", "jail", "camp", "stadium", "arena",
    "station", "port", "harbour", "harbor", "dam", "crossing", "checkpoint", "park", "palace", "tower", "hall", "hotel",
    "mall", "cemetery", "monastery", "barracks", "courthouse", "museum", "theatre", "theater", "church", "shrine",
}  # fmt: skip
_DIVISIONS = {"district", "province", "neighbourhood", "neighborhood", "governorate", "prefecture", "oblast", "suburb"}
BORDERS = {"border", "frontier"}
_BETWEEN = {"-", "–", "and", "/"}
_SIDES = 3
"""Tokens of two names and what joins them."""
_BEFORE = 6
"""Tokens before an unknown place in which a people tells its country ("the northern Syrian town of")."""


def borders(doc: Doc, known: Gazetteer) -> list[tuple[int, int]]:
    """Return the bounds of borders named by both sides: "Syrian-Turkish border", "Iraq–Syria border"."""
    found = []
    for i, lower in enumerate(words_of(doc).lower):
        if lower in BORDERS and i >= _SIDES and doc[i - 2].text in _BETWEEN:
            sides = key(doc[i - 1].text), key(doc[i - _SIDES].text)
            if all(side in known.peoples or any(site.kind == "country" for site in known.find(side)) for side in sides):
                found.append((i - _SIDES, i + 1))
    return found


def districts(doc: Doc, named: list[Hit]) -> list[tuple[int, int]]:
    """Return the bounds of parts named by the whole: "Northern District of Texas"."""
    found = []
    for hit in named:
        start = hit.start - 2
        if start > 0 and doc[start + 1].lower_ == "of" and doc[start].lower_ in AREAS and doc[start].text[0].isupper():
            first = max(start - LONGEST, 0)
            while start > first and doc[start - 1].tag_ == "NNP":
                start -= 1
            found.append((start, hit.end))
    return found


def unknown(doc: Doc, sight: Sight, taken: set[int], named: list[Hit], known: Gazetteer) -> list[tuple[int, int]]:
    """Return the bounds of places that no table has: the parser's entities, and buildings after "in" or "at"."""
    used = taken | {i for hit in named for i in range(hit.start, hit.end)}
    tried = sight.passed | {i for hit in sight.hits for i in range(hit.start, hit.end)}
    found = [
        (start, end)
        for start, end in _called(doc)
        if tried.isdisjoint(range(start, end)) and _is_new(doc, start, end, known)
    ]
    used.update(i for start, end in found for i in range(start, end))
    for entity in doc.ents:
        building = entity.label_ == "FAC" or _is_facility(doc, entity)
        if entity.label_ not in NAMED and not building:
            continue
        for start, end in _pieces(entity):
            inside = range(start, end)
            if not used.isdisjoint(inside) or not _is_new(doc, start, end, known):
                continue
            if building or (tried.isdisjoint(inside) and _is_placed(doc, start, end, sight, known)):
                found.append((start, end))
    return found


def _called(doc: Doc) -> list[tuple[int, int]]:
    """Return the bounds of names that a noun makes places: "the town of X", "the X district"."""
    found = []
    for i, lower in enumerate(words_of(doc).lower):
        if lower not in SETTLED or doc[i].tag_ not in ("NN", "NNS"):
            continue
        token = doc[i]
        start = token.i + 2
        end = start
        if start < len(doc) and doc[start - 1].lower_ == "of" and may_begin(doc, start):
            while end < min(len(doc), start + LONGEST) and (doc[end].tag_ == "NNP" or doc[end].text == "-"):
                end += 1
        elif token.lower_ in _DIVISIONS:
            start = end = token.i
            while start and doc[start - 1].tag_ == "NNP" and end - start < LONGEST:
                start -= 1
        if start < end and not doc[end - 1].is_punct:
            found.append((start, end))
    return found


def _is_placed(doc: Doc, start: int, end: int, sight: Sight, known: Gazetteer) -> bool:
    """Whether the words beside an unknown name make it a place, and no person of the report has it."""
    if not sight.personal.isdisjoint(token.lower_ for token in doc[start:end]):
        return False
    return after(doc, start, LOCATIVE) or qualifier(doc, end, known)[0] is not None or doc[end - 1].lower_ in AREAS


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
    """Return the names in an entity, cut at commas and line breaks, without articles, adjectives and marks."""
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
    if not name or end - start > 2 * LONGEST or name in DIRECTIONS:
        return False
    if name in known.peoples or name in known.bodies or name in known.metonyms:
        return False
    return any(token.tag_ in ("NNP", "NNPS") and not token.is_upper for token in doc[start:end])


def guess(doc: Doc, start: int, end: int, sentence: int, known: Gazetteer) -> Site:
    """Return what the words in and beside an unknown name tell ("Baghdad Airport", "the Syrian town of")."""
    nowhere = Site("unknown", None, None, None, 0.0)
    if doc[end - 1].lower_ in BORDERS:
        return nowhere
    country, _ = qualifier(doc, end, known)
    if country:
        return nowhere._replace(country=country)
    if end - start > 1 and doc[end - 2].lower_ == "of":
        sites = known.find(key(doc[end - 1].text))
        return nowhere._replace(country=sites[0].country) if sites else nowhere
    for stop in range(end - 1, start, -1):
        sites = known.find(key(doc[start:stop].text))
        if sites:
            best = max(sites, key=lambda site: site.rank)
            return best if best.kind in ("city", "town") else nowhere._replace(country=best.country)
    for token in reversed(doc[max(start - _BEFORE, sentence) : start]):
        people = known.peoples.get(key(token.text))
        if people:
            return nowhere._replace(country=people)
        if token.is_punct and token.text != "-":
            break
    return nowhere
