"""Every expression that names, describes or points at an actor: names, nouns for people and bodies, pronouns."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from ranke.model import Kind, Place
from ranke.offices.nouns import Entry
from ranke.reading.actors.names import find_names
from ranke.reading.actors.namespots import name_spots
from ranke.reading.actors.nouns import find_nouns, gender_of_noun, reference
from ranke.reading.actors.placenames import place_names
from ranke.reading.actors.spots import MODIFIERS, SUBJECTS, Spot, acts, is_plural
from ranke.reading.actors.things import is_thing
from ranke.reading.actors.titles import affiliate, describe
from ranke.reading.words import words_of

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

_VAGUE = frozenset({"many", "most"})
"""Quantities that alone stand for nobody in particular."""


def find_mentions(doc: Doc, places: Sequence[Place]) -> tuple[list[Spot], list[Spot | None]]:
    """Return every expression that may point at an actor, in order, and for each token the one it belongs to.

    Args:
        doc: The parsed text.
        places: The places that the text names; they tell the country of a city or a province.
    """
    nouns = find_nouns(doc)
    names = find_names(doc, [(start, end) for start, end, _, noun in nouns if noun.kind == "person"])
    spots, at = name_spots(doc, place_names(doc, names, places), places)
    nominals = _nominals(doc, nouns, at)
    for spot in nominals:
        at[spot.start : spot.end] = [spot] * (spot.end - spot.start)
    pronouns = _pronouns(doc, at)
    for spot in nominals:
        describe(doc, spot, at)
    for spot in spots:
        if not spot.named:
            describe(doc, spot, at)
        elif spot.kind == "person":
            affiliate(doc, spot, at)
    for spot in pronouns:
        at[spot.head] = spot
    return sorted([*spots, *nominals, *pronouns], key=lambda spot: (spot.start, spot.end)), at


def _nominals(doc: Doc, nouns: list[tuple[int, int, int, Entry]], at: list[Spot | None]) -> list[Spot]:
    found: list[Spot] = []
    measures = reference()["partitive"] | reference()["quantity"]
    for first, last, head, noun in nouns:
        if noun.phrase in reference()["acting"] and not acts(doc[head]):
            continue
        if (noun.phrase in ("state", "force") and _is_condition(doc, head)) or is_thing(doc[head]):
            continue
        if at[head] is not None or (noun.phrase in measures and _measures(doc[head])):
            continue
        start, end = (head, head + 1) if any(at[i] is not None for i in range(first, last)) else (first, last)
        name = at[end] if end < len(doc) else None
        twin = name if name is not None and name.kind == "person" and name.start == end else None
        if twin is None and _only_modifies(doc, start, head, noun, at):
            continue
        if name is not None and _before_party(doc, start, head, name):
            name.sector = name.sector or "PTY"
            continue
        if twin is None and _is_role(doc, start, head, noun):
            continue
        token = doc[head]
        spot = Spot(start, end, head, "nominal", _kind(noun, token), noun=noun.phrase, sector=noun.sector)
        spot.plural = is_plural(token) or noun.kind == "group"
        spot.gender = gender_of_noun(noun.phrase)
        spot.generic = noun.kind is None
        spot.inherits = noun.inherits
        spot.twin = twin
        found.append(spot)
    return found


def _is_condition(doc: Doc, head: int) -> bool:
    """Whether a state is no country and a force no body: "the state of emergency", "the full force of the law"."""
    if doc[head].lower_ == "force":
        return head > 0 and doc[head - 1].lower_ in reference()["sheer"]
    return head + 2 < len(doc) and doc[head + 1].lower_ == "of" and doc[head + 2].lower_ in reference()["condition"]


def _is_role(doc: Doc, start: int, head: int, noun: Entry) -> bool:
    """Whether a bare office is what somebody is or wants to be: "served as prime minister", "a run for president"."""
    token = doc[head]
    if noun.kind != "person" or token.dep_ != "pobj" or token.head.lower_ not in ("as", "for") or token.tag_ != "NN":
        return False
    return token.head.i == start - 1 and not any(below.dep_ in ("det", "poss") for below in token.lefts)


def _only_modifies(doc: Doc, start: int, head: int, noun: Entry, at: list[Spot | None]) -> bool:
    """Whether a noun stands before another and is no actor there: "protester deaths", but not "police raid"."""
    token = doc[head]
    if token.dep_ not in (*MODIFIERS, "npadvmod") or token.head.i < start:
        return False
    below = at[token.head.i]
    person = below is not None and below.kind == "person"
    return not person and (noun.kind != "organization" or noun.phrase == "military")


def _before_party(doc: Doc, start: int, head: int, name: Spot) -> bool:
    """Whether "opposition" only says of the name after it what it is: "the opposition Unity Front welcomed"."""
    if doc[head].lower_ != "opposition" or start != head or not name.named or name.start != head + 1:
        return False
    token = doc[name.head]
    return name.kind == "organization" and (token.head.i == head or doc[head].head.i == token.i)


def _kind(noun: Entry, token: Token) -> Kind | None:
    if token.lower_ in reference()["collective"]:
        return "group"
    if noun.kind == "media":
        return "media"
    if noun.kind == "organization":
        return "organization" if not is_plural(token) or token.lower_ in ("police", "headquarters") else "group"
    if noun.kind is None:
        return None
    return "group" if is_plural(token) or noun.kind == "group" else "person"


def _pronouns(doc: Doc, at: list[Spot | None]) -> list[Spot]:
    found: list[Spot] = []
    quantities = reference()["quantity"]
    for i, (lower, tag) in enumerate(zip(words_of(doc).lower, words_of(doc).tag, strict=True)):
        if lower in PRONOUNS and tag in ("PRP", "PRP$"):
            if not _stands_for_nobody(doc, doc[i]):
                gender, plural = PRONOUNS[lower]
                found.append(Spot(i, i + 1, i, "pronoun", None, noun=lower, gender=gender, plural=plural))
        elif at[i] is not None:
            continue
        elif lower == "accused" and i and doc[i - 1].lower_ == "the" and doc[i].dep_ not in ("amod", "acl"):
            accused = Spot(i, i + 1, i, "nominal", "person", noun=lower, title=lower, sector="CRM", definite=True)
            found.append(accused)
        elif tag == "CD" and _counts_people(doc, i):
            two = Spot(i, i + 1, i, "nominal", "group", noun=lower, number=lower, plural=True, definite=True)
            found.append(two)
        elif lower in quantities and _stands_for_people(doc[i]):
            found.append(Spot(i, i + 1, i, "nominal", "group", noun=lower, number=lower, plural=True))
    return found


def _counts_people(doc: Doc, i: int) -> bool:
    """Whether a number stands alone for those counted before: "the two agreed", "the 17 were freed"."""
    token = doc[i]
    alone = token.dep_ in (*SUBJECTS, "dobj", "pobj") and not token.n_rights and token.ent_type_ in ("", "CARDINAL")
    return alone and i > 0 and doc[i - 1].lower_ == "the" and doc[i - 1].head.i == i


def _stands_for_nobody(doc: Doc, token: Token) -> bool:
    """Whether a pronoun points at nobody: "it is unclear whether", "Her Majesty"."""
    if token.tag_ == "PRP$":
        return token.i + 1 < len(doc) and doc[token.i + 1].lower_ in reference()["honoured"]
    if token.lower_ != "it":
        return False
    if token.dep_ == "expl":
        return True
    verb = token.head
    if token.dep_ not in SUBJECTS:
        return False
    below = {child.dep_ for child in verb.children}
    if verb.lemma_ in reference()["turning_out"]:
        return "ccomp" in below
    if verb.lemma_ != "be":
        return False
    return bool(below & {"ccomp", "xcomp", "csubj"} and below & {"acomp", "attr"})


def _stands_for_people(token: Token) -> bool:
    """Whether a bare quantity stands for people: "others were hurt"; a count of the dead ("killing 12") is nobody."""
    if token.lower_ not in reference()["quantity"] or token.dep_ not in SUBJECTS or _measures(token):
        return False
    if token.lower_ in _VAGUE:
        return False
    return token.head.pos_ in ("VERB", "AUX") and token.head.lemma_ != "be"


def _measures(token: Token) -> bool:
    """Whether a quantity only counts a noun after "of", which is the actor then: "dozens of people"."""
    prep = next((below for below in token.rights if below.dep_ == "prep" and below.lower_ == "of"), None)
    return prep is not None and any(below.dep_ == "pobj" and below.pos_ in ("NOUN", "PROPN") for below in prep.rights)
