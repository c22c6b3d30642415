"""Every expression that names, describes or points at an actor: names, country words, nouns for people and bodies, pronouns."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from ranke.model import Kind, Place
from ranke.reading.lookups import fold, match_at
from ranke.reading.names import Name, find_names
from ranke.reading.nouns import Noun, find_nouns, gender_of_name, gender_of_noun, is_body_word, reference
from ranke.reading.spots import SUBJECTS, Spot, acts, head_of, is_local, is_plural
from ranke.reading.titles import affiliate, describe

PRONOUNS: dict[str, tuple[str, bool]] = {
    "he": ("m", False), "him": ("m", False), "his": ("m", False), "himself": ("m", False),
    "she": ("f", False), "her": ("f", False), "hers": ("f", False), "herself": ("f", False),
    "it": ("n", False), "its": ("n", False), "itself": ("n", False),
    "they": ("", True), "them": ("", True), "their": ("", True), "theirs": ("", True), "themselves": ("", True),
    "i": ("1", False), "me": ("1", False), "my": ("1", False), "mine": ("1", False), "myself": ("1", False),
    "we": ("1", True), "us": ("1", True), "our": ("1", True), "ours": ("1", True), "ourselves": ("1", True),
    "you": ("2", False), "your": ("2", False), "yours": ("2", False), "yourself": ("2", False),
}  # fmt: skip
"""Pronouns with their gender (`1`, `2` for the speaker and the one spoken to) and whether they stand for several."""

_KINDS: dict[str, Kind] = {"person": "person", "organization": "organization", "country": "country"}


def find_mentions(doc: Doc, places: Sequence[Place]) -> tuple[list[Spot], list[Spot | None]]:
    """Return every expression that may point at an actor, in order, and for each token the one it belongs to.

    Args:
        doc: The parsed text.
        places: The places that the text names; they tell the country of a city or a province.
    """
    at: list[Spot | None] = [None] * len(doc)
    where = {place.span[0]: place.country for place in places}
    spots: list[Spot] = []
    nouns = find_nouns(doc)
    for name in find_names(doc, [(start, end) for start, end, _, noun in nouns if noun.sort == "person"]):
        spot = _of_name(doc, name, where, at)
        if spot is not None:
            spots.append(spot)
            for i in range(spot.start, spot.end):
                at[i] = spot
    _adapt(doc, spots)
    nominals = _nominals(doc, nouns, at)
    for spot in nominals:
        for i in range(spot.start, spot.end):
            at[i] = spot
    pronouns = list(_pronouns(doc, at))
    for spot in nominals:
        describe(doc, spot, at)
    for spot in spots:
        if spot.kind == "person" and spot.form == "name":
            affiliate(doc, spot, at)
    for spot in pronouns:
        at[spot.head] = spot
    return sorted([*spots, *nominals, *pronouns], key=lambda spot: (spot.start, spot.end)), at


def _of_name(doc: Doc, name: Name, where: dict[int, str | None], at: list[Spot | None]) -> Spot | None:
    """Turn a name into a spot; None where it names no possible actor."""
    head = head_of(doc, name.start, name.end)
    token = doc[head]
    words = tuple(fold(doc[i].text).lower() for i in range(name.start, name.end) if doc[i].text not in ("-", "'", "’", "’s", "'s", ","))
    spot = Spot(name.start, name.end, head, "name", _KINDS.get(name.label), words=words, known=name.known)
    if name.known is not None:
        other = where.get(doc[name.start].idx)
        if name.known.sort == "country" and other is not None and other != name.known.country:
            acting = acts(token) or token.dep_ in ("poss", "dobj")
            spot.known, spot.country, spot.kind = None, other, "organization" if acting else None
            spot.local, spot.sector = not acting, "GOV" if acting else None
            return spot
        return _known(doc, spot, token, at)
    if name.label == "person":
        spot.gender = gender_of_name(words)
    elif name.label == "organization":
        spot.country = _country_inside(doc, name)
    elif name.label == "people":
        return _people(spot, token)
    elif name.label in ("place", "other"):
        country = where.get(doc[name.start].idx)
        acting = acts(token) or token.dep_ == "poss"
        spot.country, spot.local = country, True
        if name.label == "place":
            spot.kind = "organization" if acting and not is_local(doc, head, name.start) and token.ent_type_ == "GPE" else None
            spot.sector = "GOV" if spot.kind else None
        elif acting and doc[max(name.start - 1, 0)].tag_ != "DT":
            spot.kind = "organization"
            spot.local = False
        else:
            spot.local = False
    return spot


def _adapt(doc: Doc, spots: list[Spot]) -> None:
    """Let "the Senate" or "the Supreme Court" be another country's: the one before it, or where the table's is never named."""
    named = {spot.country for spot in spots if spot.known is not None and spot.known.sort != "organization"}
    named |= {spot.country for spot in spots if spot.local or (spot.known is not None and not _shared_name(spot))}
    before: Spot | None = None
    for spot in spots:
        if _shared_name(spot):
            gap = spot.start - before.end if before is not None else 9
            owner = before.country if before is not None and before.kind == "country" and (gap == 0 or doc[spot.start - 1].tag_ == "POS") else None
            if spot.country not in named or (owner is not None and owner != spot.country):
                spot.sector = spot.known.sector if spot.known is not None else None
                spot.known, spot.country = None, owner
        before = spot


def _shared_name(spot: Spot) -> bool:
    """Whether bodies of many countries bear this name: no word of it is its own."""
    known = spot.known
    return known is not None and known.sort == "organization" and known.sector in _SHARED and all(is_body_word(word) or word in _COMMON for word in spot.words)


_SHARED = frozenset({"GOV", "LEG", "JUD", "MIL", "PTY", "COP"})
_COMMON = frozenset({
    "of", "the", "for", "and", "supreme", "high", "national", "federal", "house", "representatives", "commons", "lords", "party", "labour", "democratic",
    "republican", "conservative", "liberal", "security", "constitutional", "central", "foreign", "defence", "defense", "interior", "justice", "state",
    "appeal", "appeals", "deputies", "socialist", "communist", "green", "people's", "people", "workers", "conservatives", "liberals", "tory", "labor",
})  # fmt: skip


def _country_inside(doc: Doc, name: Name) -> str | None:
    """Return the country that a body's name names: "Turkish Football Federation", "Bank of Japan"."""
    for i in range(name.start, name.end):
        match = match_at(fold(doc[name.start : name.end].text), doc[i].idx - doc[name.start].idx)
        if match is not None and match[1].sort in ("country", "adjective"):
            return match[1].country
    return None


def _known(doc: Doc, spot: Spot, token: Token, at: list[Spot | None]) -> Spot:
    known = spot.known
    if known is None:
        return spot
    spot.kind, spot.country, spot.sector = known.kind, known.country, known.sector
    if known.sort in ("country", "capital"):
        before = at[spot.start - 2] if spot.start > 1 else None
        listed = before is not None and before.known is not None and before.known.sort == "country" and not before.local
        spot.local = not listed and is_local(doc, spot.head, spot.start)
    if known.sort in ("adjective", "demonym"):
        noun = token.tag_ in ("NNPS", "NNS", "NN", "NNP") and token.dep_ not in ("compound", "amod", "nmod")
        if noun and known.sort == "adjective" and not is_plural(token) and token.tag_ not in ("NN", "NNP"):
            return spot
        if noun:
            spot.form = "nominal" if token.tag_ in ("NN", "NNP") else "name"
            spot.plural = is_plural(token)
            spot.kind = "group" if spot.plural else "person"
            spot.sector = None
            spot.noun = fold(token.text).lower()
            before = doc[spot.start - 1].lower_ if spot.start else ""
            spot.definite = before == "the"
            if spot.plural and spot.definite:
                spot.kind, spot.sector = "country", "GOV"
            elif token.tag_ == "NNP" and not before:
                spot.kind = "country"
    return spot


def _people(spot: Spot, token: Token) -> Spot | None:
    """A people, faith or party that no table explains: a group where it stands as a noun, else only a modifier."""
    spot.plural = is_plural(token)
    spot.kind = "group" if spot.plural and token.dep_ not in ("compound", "amod", "nmod") else None
    return spot


def _nominals(doc: Doc, nouns: list[tuple[int, int, int, Noun]], at: list[Spot | None]) -> list[Spot]:
    found: list[Spot] = []
    for start, end, head, noun in nouns:
        if at[head] is not None:
            continue
        if any(at[i] is not None for i in range(start, end)):
            start, end = head, head + 1
        token = doc[head]
        name = at[end] if end < len(doc) else None
        title = name is not None and name.kind == "person" and name.start == end
        if token.dep_ in ("compound", "nmod", "amod", "npadvmod") and not title and not doc[head].head.i < start:
            below = at[token.head.i]
            if (noun.sort != "institution" or noun.lemma == "military") and not (below is not None and below.kind == "person"):
                continue
        spot = Spot(start, end, head, "nominal", _kind(noun, token), noun=noun.lemma, sector=noun.sector)
        spot.plural = is_plural(token) or noun.sort == "group"
        spot.gender = gender_of_noun(noun.lemma)
        spot.generic = noun.sort == "reference"
        spot.twin = name if title else None
        spot.inherits = noun.inherits
        found.append(spot)
    return found


_COLLECTIVE = frozenset({"delegation", "team", "opposition", "resistance", "crew", "staff", "family", "mob", "caravan", "jury", "camp", "tribe", "community"})


def _kind(noun: Noun, token: Token) -> Kind | None:
    if noun.sort == "media":
        return "media"
    if token.lower_ in _COLLECTIVE:
        return "group"
    if noun.sort == "institution":
        return "organization" if not is_plural(token) or token.lower_ in ("police", "headquarters", "forces") else "group"
    if noun.sort == "reference":
        return None
    return "group" if is_plural(token) or noun.sort == "group" else "person"


def _pronouns(doc: Doc, at: list[Spot | None]) -> list[Spot]:
    found: list[Spot] = []
    words = reference()
    for token in doc:
        lower = token.lower_
        if lower == "accused" and at[token.i] is None and token.i and doc[token.i - 1].lower_ == "the" and token.dep_ not in ("amod", "acl"):
            found.append(Spot(token.i, token.i + 1, token.i, "nominal", "person", noun="accused", sector="CRM", definite=True, title="accused"))
        elif lower in PRONOUNS and token.tag_ in ("PRP", "PRP$"):
            if token.tag_ == "PRP$" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ in _HONOURED:
                continue
            if lower in ("it", "its") and _empty(token):
                continue
            gender, plural = PRONOUNS[lower]
            found.append(Spot(token.i, token.i + 1, token.i, "pronoun", None, noun=lower, gender=gender, plural=plural))
        elif at[token.i] is None and _stands_for_people(token, words):
            found.append(Spot(token.i, token.i + 1, token.i, "nominal", "group", noun=lower, number=lower, plural=True))
    return found


_HONOURED = frozenset({"majesty", "highness", "excellency", "holiness", "honour", "honor", "eminence"})


def _empty(token: Token) -> bool:
    """Whether "it" stands for nobody: "it is unclear whether", "it rained"."""
    if token.dep_ == "expl":
        return True
    if token.dep_ not in SUBJECTS:
        return False
    verb = token.head
    return verb.lemma_ == "be" and any(child.dep_ in ("ccomp", "xcomp", "csubj") for child in verb.children) and any(
        child.dep_ in ("acomp", "attr") for child in verb.children
    )


def _stands_for_people(token: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether a bare quantity is a number of people: "others were hurt", "killing 12"."""
    if token.tag_ == "CD":
        if token.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL") or token.dep_ not in ("nsubj", "nsubjpass", "dobj"):
            return False
        return token.head.lemma_ in words["harmed"]
    return token.lower_ in words["quantity"] and token.dep_ in SUBJECTS and token.head.pos_ in ("VERB", "AUX") and token.head.lemma_ != "be"
