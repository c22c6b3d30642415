"""Whether a name is a place where it stands, or a part of the name of a person, a body or a treaty."""

from spacy.tokens import Doc, Span, Token

from ranke.reading.places.gazetteer import Gazetteer, key
from ranke.reading.places.toponyms import LONGEST, NAMED, Hit, Sight

DIRECTIONS = {
    "northern", "southern", "eastern", "western", "northeastern", "northwestern", "southeastern", "southwestern",
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "central",
}  # fmt: skip
AREAS = {"province", "governorate", "region", "district", "county", "state", "oblast", "prefecture", "municipality"}
LANDS = {
    "river", "lake", "sea", "ocean", "gulf", "bay", "strait", "straits", "island", "islands", "peninsula", "mountain",
    "mountains", "valley", "desert", "forest", "heights", "hills", "canal", "delta", "coast", "village", "archipelago",
    "plateau", "highlands", "lowlands", "oasis", "reef", "shoal", "cape", "border", "frontier", "town", "city",
    "airport", "airbase", "port",
}  # fmt: skip
SETTLED = AREAS | {
    "city", "town", "village", "port", "capital", "suburb", "resort", "island", "neighbourhood", "neighborhood",
}  # fmt: skip
PLACED = {
    "in", "at", "near", "outside", "inside", "around", "into", "across", "toward", "towards", "through", "throughout",
    "within", "onto",
}  # fmt: skip
"""Prepositions after which a name is a place."""
LOCATIVE = PLACED | {"from", "to", "of", "on", "over", "via", "between", "against", "for"}
"""Prepositions after which a name may be a place."""

_PROPER = {"NNP", "NNPS"}
_LARGE = 6.0
"""A million inhabitants: so large that after "in" the town is meant even where the parser sees a person."""
_SMALL = 5.3
"""200,000 inhabitants: a smaller town needs a word for place beside it, or a report that speaks of its country."""
_INITIALS = 3
_UNPLACED = {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"}
_REACHING = {
    "visit", "leave", "reach", "enter", "capture", "recapture", "seize", "retake", "besiege", "bomb", "shell", "flee",
    "tour", "cross", "invade", "occupy", "storm", "liberate", "encircle", "evacuate",
}  # fmt: skip
"""Verbs whose object is a place where it is no person."""


def is_place(doc: Doc, hit: Hit, sight: Sight, known: Gazetteer) -> bool:
    """Decide by the entity around a name, the words beside it and the grammar whether it is a place here."""
    first, last = doc[hit.start], doc[hit.end - 1]
    if hit.end - hit.start == 1 and first.tag_ not in ("NNP", "NNPS", "NN", "JJ"):
        return False
    if hit.name in known.metonyms or hit.name in known.bodies:
        return hit.curated and after(doc, hit.start, PLACED)
    if _is_initials(first.text) and last.dep_ in ("compound", "amod", "nmod"):
        return False
    if hit.start > 1 and doc[hit.start - 1].text == "-" and doc[hit.start - 2].tag_ in _PROPER and not hit.curated:
        return False
    placed = _is_reached(doc, hit) or _is_qualified(doc, hit, known)
    entity = _entity(doc, hit.start) or _entity(doc, hit.end - 1)
    if entity is None:
        return _stands_alone(doc, hit) and (hit.curated or placed)
    if entity.label_ in NAMED:
        return _in_place(doc, hit, entity, sight, placed=placed)
    if _covers(hit, entity):
        return _relabelled(doc, hit, entity.label_, sight, placed=placed)
    owner = hit.end < len(doc) and doc[hit.end].tag_ == "POS"
    inside = hit.start > entity.start and doc[hit.start - 1].lower_ in PLACED
    return (owner and hit.curated) or inside


def _in_place(doc: Doc, hit: Hit, entity: Span, sight: Sight, *, placed: bool) -> bool:
    """Judge a name in what the parser takes for a place."""
    if not _covers(hit, entity) and (entity.label_ == "FAC" or not _is_part(doc, hit, entity)):
        return False
    if placed:
        return True
    if doc[hit.end - 1].lower_ in sight.surnames:
        return False
    return hit.curated or any(site.rank > _SMALL or sight.spoken[site.country or ""] for site in hit.sites)


def _relabelled(doc: Doc, hit: Hit, label: str, sight: Sight, *, placed: bool) -> bool:
    """Judge a name that the parser takes for something else than a place."""
    if label == "PERSON":
        if doc[hit.end - 1].lower_ in sight.surnames and hit.end - hit.start == 1:
            return False
        if placed or _is_apposed(doc, hit):
            return hit.curated or any(site.rank > _LARGE for site in hit.sites)
        return hit.sites[0].curated and hit.sites[0].kind != "country" and after(doc, hit.start, LOCATIVE)
    if label == "NORP":
        return _is_apposed(doc, hit) or (placed and hit.sites[0].kind == "country")
    if label == "ORG":
        return placed or hit.curated or any(site.rank > _LARGE for site in hit.sites)
    return label not in _UNPLACED and hit.curated and (placed or after(doc, hit.start, LOCATIVE))


def _is_reached(doc: Doc, hit: Hit) -> bool:
    """Whether the grammar makes the name a place: after "in", as object of "visit", or in a list that begins so."""
    if after(doc, hit.start, PLACED):
        return True
    token: Token = doc[hit.end - 1]
    for _ in range(LONGEST):
        if token.dep_ not in ("conj", "appos"):
            break
        token = token.head
    if token.dep_ == "dobj" and token.head.lemma_ in _REACHING:
        return True
    first = token.i
    while first and doc[first - 1].dep_ == "compound" and doc[first - 1].head.i == token.i:
        first -= 1
    return first < hit.start and token.tag_ in _PROPER and after(doc, first, PLACED)


def _is_apposed(doc: Doc, hit: Hit) -> bool:
    """Whether a noun for a place stands with the name: "the capital, Sanaa", "the Tsuen Wan district", "airbase"."""
    last: Token = doc[hit.end - 1]
    if hit.end - hit.start > 1 and last.lower_ in LANDS | AREAS:
        return True
    if last.dep_ == "appos" and last.head.lower_ in SETTLED:
        return True
    return hit.end < len(doc) and doc[hit.end].lower_ in LANDS | AREAS and last.head.i >= hit.end


def _is_initials(text: str) -> bool:
    plain = text.replace(".", "")
    return plain.isupper() and len(plain) <= _INITIALS


def _entity(doc: Doc, i: int) -> Span | None:
    """Return the entity that token `i` is in."""
    if not doc[i].ent_type_:
        return None
    start, end = i, i + 1
    while start and doc[start].ent_iob_ != "B" and i - start < 2 * LONGEST:
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I" and end - i < 2 * LONGEST:
        end += 1
    return Span(doc, start, end, label=doc[i].ent_type_)


def _covers(hit: Hit, entity: Span) -> bool:
    """Whether an entity holds no more than the name, articles, directions and marks left aside."""
    return all(
        token.tag_ in ("DT", "POS") or token.is_punct or token.is_space or token.lower_ in DIRECTIONS | AREAS
        for token in entity
        if not hit.start <= token.i < hit.end
    )


def _is_part(doc: Doc, hit: Hit, entity: Span) -> bool:
    """Whether a name in a longer place can stand alone: "Tehran" in "Tehran, Iran", not "San Pedro" before more."""
    before = doc[hit.start - 1] if hit.start > entity.start else None
    behind = doc[hit.end] if hit.end < entity.end else None
    if before is not None and before.tag_ in _PROPER and before.lower_ not in DIRECTIONS:
        return False
    return behind is None or behind.tag_ not in _PROPER or behind.lower_ in LANDS | AREAS


def _stands_alone(doc: Doc, hit: Hit) -> bool:
    """Whether no other name is grown together with this one ("Istanbul Convention", "Charlotte Smith")."""
    if hit.start and not doc[hit.start].is_sent_start:
        before = doc[hit.start - 1]
        if before.tag_ in _PROPER and before.head.i >= hit.start and before.lower_ not in DIRECTIONS:
            return before.dep_ not in ("compound", "nmod")
    last = doc[hit.end - 1]
    if last.tag_ not in _PROPER:
        return False
    if hit.end < len(doc) and doc[hit.end].tag_ in _PROPER and not doc[hit.end].is_sent_start:
        return last.head.i < hit.end and doc[hit.end].head.i >= hit.end
    return True


def after(doc: Doc, i: int, prepositions: set[str]) -> bool:
    """Whether one of the prepositions stands before token `i`, articles, adjectives and "the city of" left aside."""
    for j in range(i - 1, max(i - 4, -1), -1):
        token = doc[j]
        if token.tag_ in ("IN", "TO", "RP"):
            return token.lower_ in prepositions or (token.lower_ == "of" and j > 0 and doc[j - 1].lower_ in SETTLED)
        if token.tag_ not in ("DT", "JJ", "HYPH", "PRP$") and token.lower_ not in DIRECTIONS:
            return False
    return False


def _is_qualified(doc: Doc, hit: Hit, known: Gazetteer) -> bool:
    """Whether a country or state that fits follows the name: "Fort Lee, New Jersey"."""
    country, state = qualifier(doc, hit.end, known)
    return bool(country) and any(site.country == country and site.state in ("", state) for site in hit.sites)


def qualifier(doc: Doc, end: int, known: Gazetteer) -> tuple[str | None, str]:
    """Return the country and the US state that stand behind a name and its comma."""
    found: tuple[str | None, str] = (None, "")
    if end + 1 >= len(doc) or doc[end].text not in (",", "("):
        return found
    words: list[str] = []
    for token in doc[end + 1 : end + 4]:
        words.append(key(token.text))
        name = " ".join(word for word in words if word)
        sites = [site for site in known.sites.get(name, ()) if site.kind in ("country", "region")]
        if name in known.states:
            found = ("USA", known.states[name])
        elif sites:
            found = (sites[0].country, "")
    return found
