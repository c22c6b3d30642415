"""Appositions: which nouns say of a named actor what it is, and which initials stand for a name.

"Iranian Foreign Minister Mohammad Javad Zarif", "Saleh al-Arouri, Hamas deputy leader", "Syrian Democratic Forces
(SDF)": the noun and the name point at one actor.
"""

from spacy.tokens import Doc, Token

from ranke.reading.actors.apposed import AHEAD, CLOSING, after_bracket, fits, named_after
from ranke.reading.actors.lists import named_list
from ranke.reading.actors.nouns import reference
from ranke.reading.actors.spots import SUBJECTS, Spot, zone_start

_ONCE = frozenset({"formerly", "once", "previously", "originally"})
_SINCE = _ONCE | {"currently", "now", "then", "also"}
"""What may stand between a name's comma and the noun that describes it."""
_INITIALS = 5
"""Tokens of a bracket that holds a name's initials or an age."""
_APPOSED = 14
"""Tokens between a comma and the noun of an apposition."""


def link(doc: Doc, spots: list[Spot], at: list[Spot | None]) -> list[tuple[Spot, Spot]]:
    """Return pairs of a noun and the name it describes, and of initials and the name they stand for, in order.

    A name that a title shows to be a person's becomes one.
    """
    pairs: list[tuple[Spot, Spot]] = []
    for k, spot in enumerate(spots):
        if spot.form == "nominal" and not spot.generic and not _inside_title(doc, spot, at):
            name = _name_of(doc, spots, k, at)
            name = name or _shared_title(doc, spots, k)
            if name is not None:
                pairs.append((spot, name))
            elif spot.plural:
                pairs += [(spot, one) for one in named_list(doc, spots, k)]
        elif spot.named:
            pairs += [(one, spot) for one in _described_after(doc, spots, k)]
            short = _initials(doc, spots, k)
            if short is not None:
                pairs.append((short, spot))
    for noun, name in pairs:
        if noun.kind == "person":
            name.kind = "person"
    return pairs


def _inside_title(doc: Doc, spot: Spot, at: list[Spot | None]) -> bool:
    """Whether a noun only completes another's title: "the adviser to the president, Ali Haddad" names the adviser."""
    head = doc[spot.head]
    if head.dep_ != "pobj" or head.head.dep_ != "prep":
        return False
    above = at[head.head.head.i]
    return above is not None and above is not spot and above.form == "nominal" and above.kind == "person" == spot.kind


def _name_of(doc: Doc, spots: list[Spot], k: int, at: list[Spot | None]) -> Spot | None:
    spot = spots[k]
    return (
        _named_next(doc, spots, k)
        or _named_around(spot)
        or named_after(doc, spots, k)
        or _subject_of(doc, spot, at)
        or _identified(doc, spot, at)
    )


def _named_next(doc: Doc, spots: list[Spot], k: int) -> Spot | None:
    """The name right after its titles: "Foreign Minister Zarif", "Supreme Leader Ayatollah Ali Khamenei"."""
    spot = spots[k]
    end = after_bracket(doc, spot.end)
    if spot.kind == "person" and end + 1 < len(doc) and doc[end].lower_ in reference()["honorific"]:
        end += 1  # "the observer Dame Ada Novak"
    for name in spots[k + 1 : k + 4]:
        if name.form == "nominal" and name.kind == spot.kind == "person" and name.start == end:
            end = name.end  # one title on another
        if name.start > end and name.form == "nominal" and name.kind == "person":
            return None  # another's title: "an adviser to President Ana Vidal"
        if name.start > end and name.start != spot.tail:
            continue
        if name.start >= end and fits(spot, name) and not _in_relative_clause(doc, spot, name):
            return name if _same_phrase(doc, spot, name) else None
    return None


def _shared_title(doc: Doc, spots: list[Spot], k: int) -> Spot | None:
    """The name after a second title: "Unity Party leader and Prime Minister Ada Belfar"; both without articles."""
    spot, other = spots[k], next((one for one in spots[k + 1 : k + 3] if one.form == "nominal"), None)
    if other is None or spot.plural or spot.kind != "person" or other.kind != "person" or spot.definite or spot.number:
        return None
    if other.start != spot.tail + 1 or doc[spot.tail].lower_ != "and" or doc[other.start].tag_ != "NNP":
        return None
    return _named_next(doc, spots, spots.index(other, k))


def _same_phrase(doc: Doc, spot: Spot, name: Spot) -> bool:
    if any(doc[i].is_space or doc[i].is_sent_start for i in range(spot.end, min(name.start + 1, len(doc)))):
        return False
    head, noun = doc[name.head], doc[spot.head]
    return name.kind == "person" or noun.head.i == head.i or head.head.i == noun.i or noun.dep_ in ("compound", "nmod")


def _in_relative_clause(doc: Doc, spot: Spot, name: Spot) -> bool:
    """Whether the name begins a clause about the noun: "the man Trump dismissed"."""
    head = doc[name.head]
    return head.dep_ in ("nsubj", "nsubjpass") and head.head.dep_ == "relcl" and head.head.head.i == spot.head


def _named_around(spot: Spot) -> Spot | None:
    """The name inside the phrase: "IRNA news agency", "the Hamas movement"."""
    words = reference()
    if spot.kind not in ("organization", "media", "group") or spot.plural:
        return None
    if spot.noun.rsplit(" ", 1)[-1] not in words["named"]:
        return None
    bodies = (body for body in spot.bodies if body.end <= spot.start and body.kind not in ("country", None))
    body = next(bodies, None)
    return body if body is not None and body.named and spot.start - body.end <= 2 else None  # noqa: PLR2004


def _described_after(doc: Doc, spots: list[Spot], k: int) -> list[Spot]:
    """The title in apposition to a name: "al-Arouri, Hamas deputy leader," "Yermak, one of the president's aides"."""
    name = spots[k]
    end = name.end
    if (closed := after_bracket(doc, end)) in range(end + 1, end + _INITIALS):
        end = closed
    if end + 3 >= len(doc) or doc[end].text not in (",", "—", "–", "("):
        return []
    since = doc[end + 1].lower_ if doc[end + 1].lower_ in _SINCE else ""
    end += bool(since)
    one_of = doc[end + 1].lower_ == "one" and doc[end + 2].lower_ == "of"
    for spot in spots[k + 1 : k + AHEAD]:
        if spot.form != "nominal" or (spot.generic and spot.end < len(doc) and doc[spot.end].tag_ == "POS"):
            continue  # "the CNT, the country's biggest union"
        if spot.start > end + 1 + _APPOSED or spot.generic:
            break
        if one_of and spot.kind == "group" and name.kind == "person" and spot.start <= end + AHEAD:
            return [spot]
        begin = zone_start(doc, spot.start, spot.end)
        openings = (end, end + 1) if since else (end + 1,)
        if begin not in openings and _owner_start(doc, begin) not in openings:
            continue
        if not (fits(spot, name) and spot.twin is None and _apposed(doc, spot, name)):
            return []
        spot.modifiers += ("former",) if since in _ONCE else ()
        return [spot]
    return []


def _apposed(doc: Doc, spot: Spot, name: Spot) -> bool:
    """Whether a noun after a comma closes an apposition and does not open the main clause."""
    noun = doc[spot.head]
    if noun.dep_ == "appos" and name.start <= noun.head.i < name.end:
        return True
    closing = spot.tail >= len(doc) or doc[spot.tail].text in CLOSING or doc[spot.tail].lower_ == "and"
    return closing and noun.dep_ != "conj" and (noun.dep_ not in SUBJECTS or not spot.definite)


def _owner_start(doc: Doc, begin: int) -> int:
    """Return where the owner before a possessive mark begins, or `begin`."""
    return zone_start(doc, begin - 1, begin) if 0 < begin < len(doc) and doc[begin].tag_ == "POS" else begin


def _subject_of(doc: Doc, spot: Spot, at: list[Spot | None]) -> Spot | None:
    """The subject of "is the president of": only an office with a definite body or country."""
    noun = doc[spot.head]
    if noun.dep_ != "attr" or spot.plural or not (spot.bodies or spot.country):
        return None
    if noun.head.lemma_ not in ("be", "become", "remain") or any(child.dep_ == "neg" for child in noun.head.children):
        return None
    subject = next((child for child in noun.head.children if child.dep_ == "nsubj"), None)
    name = at[subject.i] if subject is not None else None
    return name if name is not None and name.named and fits(spot, name) else None


def _identified(doc: Doc, spot: Spot, at: list[Spot | None]) -> Spot | None:
    """The name that is given: "identified the suspect as John Smith", "a man named John"."""
    verb = _naming_verb(doc[spot.head])
    if verb is None or spot.plural:
        return None
    held: Token | None = None
    for child in (*verb.children, *doc[spot.head].rights):
        if child.i < verb.i or held is not None:
            continue
        if verb.dep_ == "acl" and child.dep_ in ("oprd", "attr", "dobj"):
            held = child
        elif child.dep_ == "prep" and child.lower_ == "as":
            held = next((below for below in child.children if below.dep_ == "pobj"), None)
    name = at[held.i] if held is not None else None
    return name if name is not None and name.named and name.kind == "person" else None


def _naming_verb(noun: Token) -> Token | None:
    if noun.dep_ in ("dobj", "nsubjpass"):
        verb: Token | None = noun.head
    else:
        verb = next((child for child in noun.children if child.dep_ == "acl"), None)
    return verb if verb is not None and verb.lemma_ in ("identify", "name", "call") else None


def _initials(doc: Doc, spots: list[Spot], k: int) -> Spot | None:
    """The initials in brackets after a name: "Syrian Democratic Forces (SDF)"."""
    name = spots[k]
    if k + 1 >= len(spots) or name.kind == "person" or name.end + 1 >= len(doc) or doc[name.end].text not in ("(", "["):
        return None
    short = spots[k + 1]
    if short.start != name.end + 1 or not short.named or short.end >= len(doc):
        return None
    if short.kind == "media" != name.kind:
        return None  # the agency of a dateline: "NAIROBI (AFP)"
    if doc[short.end].text not in (")", "]", ",", "or") or (short.kind == "country" and name.kind != "country"):
        return None
    return short if 1 in (short.end - short.start, name.end - name.start) else None
