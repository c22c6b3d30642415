"""Titles and appositions: which nouns say of a named actor what it is.

"Iranian Foreign Minister Mohammad Javad Zarif", "Saleh al-Arouri, Hamas deputy leader", "Syrian Democratic Forces (SDF)":
the noun and the name point at one actor, and the noun's own words tell its office, body and country.
"""

from spacy.tokens import Doc

from ranke.reading.nouns import sector_of_words
from ranke.reading.spots import Spot, zone_start

_OF = frozenset({"of", "for", "in", "from", "at", "with", "to", "on", "within", "inside"})
_CLOSING = frozenset({",", ".", ";", ":", ")", "—", "–", "--", "-", "who", "whose", "?", "!", "and", "which", "”", '"', "]"})
_OWNED = frozenset({"government", "administration", "regime", "ministry", "delegation", "office", "embassy", "cabinet", "ally"})
_FURTHEST = 14
"""Tokens between a comma and the noun of an apposition."""


def describe(doc: Doc, spot: Spot, at: list[Spot | None]) -> None:
    """Fill in what the modifiers of a nominal tell: country, bodies, owner, number, definiteness, title.

    Args:
        doc: The parsed text.
        spot: The nominal.
        at: For every token the spot whose words it belongs to.
    """
    phrase_end = spot.twin.end if spot.twin is not None and spot.twin.start == spot.end else spot.end
    begin = zone_start(doc, spot.start, phrase_end)
    words: list[str] = []
    seen: list[Spot] = []
    first_word = spot.start
    for i in range(begin, spot.start):
        token, other = doc[i], at[i]
        if other is not None and other is not spot:
            if _prefixed(doc, other):
                continue
            if other not in seen and token.head.pos_ != "VERB" and token.dep_ != "npadvmod" and doc[other.head].head.tag_ not in ("VBN", "VBG"):
                seen.append(other)
            first_word = i + 1
            continue
        lower = token.lower_
        if token.dep_ == "det" or token.tag_ in ("DT", "PRP$", "POS", "PDT"):
            if token.tag_ == "PRP$":
                spot.owner = i
            spot.definite = spot.definite or lower in ("the", "this", "that", "these", "those") or token.tag_ in ("PRP$", "POS")
            if lower in ("a", "an", "another"):
                spot.number = "a"
            first_word = i + 1
        elif token.tag_ == "CD" or lower in ("some", "several", "many", "few", "other", "another", "more"):
            spot.number = lower
            first_word = i + 1
        elif not token.is_punct:
            words.append(lower)
    if begin > 0 and at[begin - 1] is not None and doc[begin].tag_ == "POS":
        seen.append(at[begin - 1])  # type: ignore[arg-type]
    spot.modifiers = tuple(words)
    for other in reversed(seen):
        _take(spot, other)
    spot.tail = _complement(doc, spot, at)
    spot.title = doc[first_word : spot.tail].text


def _prefixed(doc: Doc, other: Spot) -> bool:
    """Whether a name is only what somebody is for or against: "pro-Beijing", "anti-Iran"."""
    return other.start > 1 and doc[other.start - 1].text == "-" and doc[other.start - 2].lower_ in ("pro", "anti", "non", "post", "pre")


def _take(spot: Spot, other: Spot) -> None:
    """Let a name among the modifiers tell the country, the body or the owner."""
    if other.kind == "person":
        spot.person = spot.person or other
    elif other.kind == "country":
        spot.country = spot.country or other.country
        spot.bodies.append(other)
    elif other.form != "pronoun":
        spot.bodies.append(other)


def _complement(doc: Doc, spot: Spot, at: list[Spot | None]) -> int:
    """Read "of the House Intelligence Committee" after a noun; return where the title ends."""
    end = spot.end
    steps = 0
    while end < len(doc) and steps < 3 and doc[end].lower_ in _OF and doc[end].head.i >= spot.start and doc[end].head.i < end:
        held = next((child for child in doc[end].children if child.dep_ == "pobj"), None)
        if held is None:
            break
        other = at[held.i]
        if other is not None and other.kind == "person" and other.form == "name" and at[other.start - 1] not in (None, spot):
            held, other = doc[other.start - 1], at[other.start - 1]
        inner = None
        for i in range(end + 1, held.i):
            found = at[i]
            if found is not None and found is not other and (inner is None or (inner.kind == "country" and found.kind == "organization")):
                inner = found
        if other is None and inner is None:
            if doc[end].lower_ not in ("of", "for") or held.i - end > 6:
                break
            end, steps = held.i + 1, steps + 1
            continue
        for found in (other, inner):
            if found is None or found is spot:
                continue
            if found.kind == "person" and doc[end].lower_ in ("of", "to", "for"):
                spot.person = spot.person or found
            elif found.kind == "country" or found.local:
                spot.country = spot.country or found.country
                spot.bodies.append(found)
            elif found.form != "pronoun" and found.kind is not None:
                spot.bodies.append(found)
        end, steps = (other.end if other is not None else held.i + 1), steps + 1
    return end


def affiliate(doc: Doc, spot: Spot, at: list[Spot | None]) -> None:
    """Read where a person belongs: "Marco Rubio of Florida", "Russia's Vladimir Putin", "Hotak, of the council"."""
    before = at[spot.start - 2] if spot.start > 1 and doc[spot.start - 1].tag_ == "POS" else None
    if before is not None and before.kind == "country":
        spot.country = before.country
    end = spot.end
    if end < len(doc) and doc[end].text == ",":
        end += 1
        if end >= len(doc) or doc[end].lower_ != "of":
            return
    if end >= len(doc) or doc[end].lower_ not in ("of", "from") or not spot.start <= doc[end].head.i < end:
        return
    for other in (at[i] for i in range(end + 1, min(end + 8, len(doc)))):
        if other is None:
            continue
        if other.kind == "country" or other.local:
            spot.country = spot.country or other.country
        elif other.kind == "organization":
            spot.bodies.append(other)
        break


def link(doc: Doc, spots: list[Spot], at: list[Spot | None]) -> list[tuple[Spot, Spot]]:
    """Return pairs of a noun and the name it describes, and of a name and its initials, in order of the text."""
    pairs: list[tuple[Spot, Spot]] = []
    for k, spot in enumerate(spots):
        if spot.form == "nominal" and not spot.generic:
            name = _named_next(doc, spots, k) or _named_around(spot) or _named_after_comma(doc, spots, k) or _copula(doc, spot, at)
            name = name or _identified(spot, doc, at)
            if name is not None:
                if spot.kind == "person":
                    name.kind = "person"
                pairs.append((spot, name))
            if spot.plural and name is None:
                pairs += [(spot, one) for one in _named_list(doc, spots, k)]
        elif spot.form == "name":
            described = _described_after_comma(doc, spots, k)
            for one in described:
                if one.kind == "person":
                    spot.kind = "person"
                pairs.append((one, spot))
            initials = _initials(doc, spots, k)
            if initials is not None:
                pairs.append((initials, spot))
    return pairs


def _fits(noun: Spot, name: Spot) -> bool:
    if name.form != "name" or noun.plural != name.plural and name.kind == "person":
        return False
    if noun.kind == "person":
        return name.kind == "person" or (
            name.kind == "organization" and name.known is None and len(name.words) > 1 and sector_of_words(name.words) is None
            and noun.noun not in ("owner", "founder", "manager", "executive", "worker", "employee", "maker", "supplier", "retailer", "contractor")
        )  # fmt: skip
    if noun.kind in ("organization", "media"):
        return name.kind in ("organization", "media", None)
    return name.kind in ("organization", "group", "media") and noun.kind == "group"


def _named_next(doc: Doc, spots: list[Spot], k: int) -> Spot | None:
    """The name right after its title: "Foreign Minister Zarif", "the rights group Amnesty", "President of Chile Pinera"."""
    spot = spots[k]
    for name in spots[k + 1 : k + 4]:
        if name.start > spot.end:
            if name.start != spot.tail:
                continue
        if name.start >= spot.end and _fits(spot, name) and not _relative(doc, spot, name):
            same = _same_phrase(doc, spot, name)
            return name if same else None
    return None


def _same_phrase(doc: Doc, spot: Spot, name: Spot) -> bool:
    head, noun = doc[name.head], doc[spot.head]
    if any(doc[i].is_space or doc[i].is_sent_start for i in range(spot.end, name.start + 1) if i < len(doc)):
        return False
    if name.kind == "person":
        return True
    return noun.head.i == head.i or head.head.i == noun.i or noun.dep_ in ("compound", "nmod")


def _relative(doc: Doc, spot: Spot, name: Spot) -> bool:
    """Whether the name begins a clause about the noun: "the man Trump dismissed"."""
    head = doc[name.head]
    return head.dep_ in ("nsubj", "nsubjpass") and head.head.dep_ == "relcl" and head.head.head.i == spot.head


def _named_around(spot: Spot) -> Spot | None:
    """The name inside the phrase: "IRNA news agency", "the Hamas movement"."""
    if spot.kind not in ("organization", "media", "group") or spot.noun in _OWNED or spot.plural:
        return None
    if not spot.generic and spot.title and spot.noun in _NAMED_KINDS:
        body = next((body for body in spot.bodies if body.end <= spot.start and body.kind not in ("country", None)), None)
        return body if body is not None and body.form == "name" and spot.start - body.end <= 2 else None
    return None


_NAMED_KINDS = frozenset({
    "agency", "movement", "group", "party", "militia", "organization", "organisation", "newspaper", "channel", "network", "company",
    "website", "broadcaster", "outlet", "daily", "magazine", "cartel", "gang", "faction", "coalition", "alliance", "airline", "firm", "front",
})  # fmt: skip


def _named_after_comma(doc: Doc, spots: list[Spot], k: int) -> Spot | None:
    """The name in apposition to its title: "the Turkish president, Recep Tayyip Erdogan, said"."""
    spot = spots[k]
    if spot.plural:
        return None
    tail = spot.tail
    if tail >= len(doc) or doc[tail].text not in (",", "—", "–"):
        return None
    for name in spots[k + 1 : k + 6]:
        if name.start <= tail:
            continue
        if name.start > tail + 1 and not all(doc[i].lower_ in ("dr", "mr", "mrs", "ms", "the", "sir") or doc[i].is_punct for i in range(tail + 1, name.start)):
            return None
        if not _fits(spot, name):
            return None
        after = doc[name.end] if name.end < len(doc) else None
        verb = after is not None and after.pos_ in ("VERB", "AUX", "ADV") and name.kind == "person"
        closing = after is None or verb or after.text in _CLOSING - {"and"}
        near = doc[name.head].head.i == spot.head and doc[name.head].dep_ == "appos" or doc[spot.head].dep_ == "appos"
        return name if near or (closing and (spot.definite or name.kind == "person")) else None
    return None


def _described_after_comma(doc: Doc, spots: list[Spot], k: int) -> list[Spot]:
    """The titles in apposition to a name: "Saleh al-Arouri, Hamas deputy leader," also two joined by "and"."""
    name = spots[k]
    end = name.end
    if end + 1 >= len(doc) or doc[end].text not in (",", "—", "–", "("):
        return []
    found: list[Spot] = []
    one_of = doc[end + 1].lower_ == "one" and end + 2 < len(doc) and doc[end + 2].lower_ == "of"
    for spot in spots[k + 1 : k + 8]:
        if spot.form != "nominal":
            continue
        if one_of and spot.kind == "group" and name.kind == "person" and spot.start <= end + 8:
            return [spot]
        if spot.start > end + 1 + _FURTHEST or spot.generic:
            break
        begin = zone_start(doc, spot.start, spot.end)
        owner = at_possessive(doc, begin)
        if begin != end + 1 and owner != end + 1:
            continue
        if not _fits(spot, name) or spot.twin is not None:
            break
        tail = spot.tail
        near = doc[spot.head].dep_ == "appos" and name.start <= doc[spot.head].head.i < name.end
        closing = tail >= len(doc) or doc[tail].text in _CLOSING
        if near or (closing and doc[spot.head].dep_ not in ("nsubj", "nsubjpass", "conj")) or (closing and name.head == spot.head):
            found.append(spot)
        elif closing and not spot.definite and doc[spot.head].dep_ != "conj":
            found.append(spot)
        break
    return found


def at_possessive(doc: Doc, begin: int) -> int:
    """Return where the owner before a possessive mark begins, or `begin`."""
    if begin < len(doc) and doc[begin].tag_ == "POS" and begin > 0:
        return zone_start(doc, begin - 1, begin)
    return begin


_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "2": 2, "3": 3, "4": 4, "5": 5}


def _named_list(doc: Doc, spots: list[Spot], k: int) -> list[Spot]:
    """The names after a noun in the plural: "Presidents Trump and Putin", "the two leaders - France's Macron and ..."."""
    spot = spots[k]
    if spot.kind != "group":
        return []
    found: list[Spot] = []
    end = spot.end
    size = _NUMBERS.get(spot.number, 0)
    if spot.tail < len(doc) and doc[spot.tail].text in (",", ":", "–", "—", "-", "--") and (size or doc[spot.tail].text != ","):
        end = spot.tail + 1
        listed = [name for name in spots[k + 1 : k + 20] if name.form == "name" and name.kind == "person" and name.start < spot.tail + 40]
        close = [name for name in listed[: size or len(listed)] if _listed(doc, spot.tail, name)]
        return close if len(close) >= 2 and (not size or len(close) == size) else []
    for name in spots[k + 1 : k + 10]:
        if name.form != "name" or name.kind != "person":
            if found or name.start > end:
                continue
            return []
        gap = name.start - end
        if not found and gap != 0:
            return []
        if found and (gap > 6 or not any(doc[i].text == "," or doc[i].lower_ == "and" for i in range(end, name.start))):
            break
        found.append(name)
        end = name.end
    return found


def _listed(doc: Doc, start: int, name: Spot) -> bool:
    """Whether only list marks, owners and titles stand between two tokens: no verb, no end of a sentence."""
    return not any(doc[i].pos_ in ("VERB", "AUX") or doc[i].is_sent_start for i in range(start + 1, name.start))


def _copula(doc: Doc, spot: Spot, at: list[Spot | None]) -> Spot | None:
    """The subject of "is the president of": only an office with a definite body."""
    noun = doc[spot.head]
    if noun.dep_ != "attr" or spot.plural or not (spot.bodies or spot.country) or noun.head.lemma_ not in ("be", "become", "remain"):
        return None
    for child in noun.head.children:
        if child.dep_ == "nsubj":
            name = at[child.i]
            return name if name is not None and name.form == "name" and _fits(spot, name) else None
        if child.dep_ == "neg":
            return None
    return None


def _identified(spot: Spot, doc: Doc, at: list[Spot | None]) -> Spot | None:
    """The name that the police give: "identified the suspect as John Smith", "a man named John"."""
    noun = doc[spot.head]
    verb = noun.head if noun.dep_ in ("dobj", "nsubjpass") else next((child for child in noun.children if child.dep_ == "acl"), None)
    if verb is None or verb.lemma_ not in ("identify", "name", "call") or spot.plural:
        return None
    called = next((child for child in verb.children if child.dep_ in ("oprd", "attr", "dobj") and child.i > verb.i), None)
    if called is not None and verb.dep_ == "acl":
        name = at[called.i]
        return name if name is not None and name.form == "name" and name.kind == "person" else None
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "as" and child.i > noun.i:
            held = next((below for below in child.children if below.dep_ == "pobj"), None)
            name = at[held.i] if held is not None else None
            return name if name is not None and name.form == "name" and name.kind == "person" else None
    return None


def _initials(doc: Doc, spots: list[Spot], k: int) -> Spot | None:
    """The initials in brackets after a name: "Syrian Democratic Forces (SDF)"."""
    name = spots[k]
    if k + 1 >= len(spots) or name.kind == "person" or name.end + 1 >= len(doc) or doc[name.end].text not in ("(", "["):
        return None
    short = spots[k + 1]
    if short.start != name.end + 1 or short.form != "name" or short.end >= len(doc) or doc[short.end].text not in (")", "]", ",", "or"):
        return None
    if short.kind == "country" and name.kind != "country":
        return None
    return short if short.end - short.start == 1 or name.end - name.start == 1 else None
