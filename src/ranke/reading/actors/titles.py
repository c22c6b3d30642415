"""What a noun's own modifiers tell of the actor: country, body, owner, number and the whole title.

"Iran's Supreme National Security Council President", "head of the House Intelligence Committee", "his aides".
"""

from spacy.tokens import Doc, Token

from ranke.reading.actors.nouns import reference
from ranke.reading.actors.spots import MODIFIERS, Spot, zone_start
from ranke.reading.words import words_of

OF = frozenset({"of", "for", "in", "from", "at", "with", "to", "on", "within", "inside"})
_WHITHER = frozenset({"to", "for", "in"})
_HOLDING = frozenset({"of", "to", "for"})
_CHARGED = frozenset({"minister", "secretary", "undersecretary", "commissioner"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_COUNTED = frozenset({"some", "several", "many", "few", "other", "more"})
_FOR_OR_AGAINST = frozenset({"pro", "anti", "non", "post", "pre"})
_COMPLEMENTS = 3
"""Prepositional phrases read after a noun: "advisor to the Supreme Leader in International Affairs"."""
_DEEP = 6
"""Tokens between a preposition and its noun where no name stands."""
_NEAR = 8
"""Tokens after "of" in which a person's body is looked for."""


def describe(doc: Doc, spot: Spot, at: list[Spot | None]) -> None:
    """Fill in what the modifiers of a nominal tell.

    Args:
        doc: The parsed text.
        spot: The nominal.
        at: For every token the spot whose words it belongs to.
    """
    phrase_end = spot.twin.end if spot.twin is not None else spot.end
    past = _before_ex(doc, spot.start)
    begin = zone_start(doc, past, phrase_end)
    first_word = spot.start
    names: list[Spot] = []
    words: list[str] = []
    for i in range(begin, spot.start):
        token, other = doc[i], at[i]
        if other is not None and other is not spot:
            if not _prefixed(doc, other):
                names += [other] if other not in names and _direct(doc, token, other) else []
                first_word = i + 1
        elif _closes(spot, token):
            first_word = i + 1
        elif not token.is_punct:
            words.append(token.lower_)
    spot.modifiers = tuple(words)
    spot.definite = spot.definite or (begin == past < spot.start and past > 0 and doc[past - 1].lower_ == "the")
    for other in reversed(names):
        _take(spot, other)
    spot.tail = _complement(doc, spot, at)
    spot.title = words_of(doc).between(first_word, spot.tail)


def _before_ex(doc: Doc, start: int) -> int:
    """Return where "ex-" begins that stands before a noun, or where the noun does."""
    return start - 2 if start > 1 and doc[start - 1].text == "-" and doc[start - 2].lower_ == "ex" else start


def _prefixed(doc: Doc, other: Spot) -> bool:
    """Whether a name is only what somebody is for or against: "pro-Beijing", "anti-Iran"."""
    return other.start > 1 and doc[other.start - 1].text == "-" and doc[other.start - 2].lower_ in _FOR_OR_AGAINST


def _direct(doc: Doc, token: Token, other: Spot) -> bool:
    """Whether a name belongs to the noun and not to a participle before it: "Turkey-backed Syrian rebels"."""
    return token.head.pos_ != "VERB" and token.dep_ != "npadvmod" and doc[other.head].head.tag_ not in ("VBN", "VBG")


def _closes(spot: Spot, token: Token) -> bool:
    """Take in an article, a possessive or a number; whether the token was one."""
    lower = token.lower_
    if token.dep_ == "det" or token.tag_ in ("DT", "PRP$", "WP$", "POS", "PDT"):
        if token.tag_ == "PRP$":
            spot.owner = token.i
        elif token.tag_ == "WP$":
            spot.owner = _antecedent(token)
        spot.definite = spot.definite or lower in _POINTING or token.tag_ in ("PRP$", "WP$", "POS")
        if lower in ("a", "an", "another"):
            spot.number = "a"
        return True
    if token.tag_ == "CD" and not token.whitespace_ and token.doc[token.i + 1].text == "-":
        return False  # "the three-judge panel" is one
    if token.tag_ == "CD" or lower in _COUNTED:
        spot.number = lower
        return True
    return False


def _antecedent(whose: Token) -> int:
    """Return the noun that "whose" stands for: "Lima, whose envoys had left"; -1 where the parser finds none."""
    above = whose.head
    for _ in range(_COMPLEMENTS):
        if above.dep_ == "relcl":
            return above.head.i
        above = above.head
    return -1


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
    for _ in range(_COMPLEMENTS):
        if end >= len(doc) or doc[end].lower_ not in OF or not spot.start <= doc[end].head.i < end:
            break
        held = next((child for child in doc[end].children if child.dep_ == "pobj"), None)
        if held is None or (doc[end].lower_ == "in" and doc[spot.head].dep_ == "pobj"):
            break  # "the advisor to the Supreme Leader in foreign affairs": not the leader's affairs
        held = _portfolio(doc, spot, at, held, end)
        found = _held(doc, spot, at, held, end)
        if not found and (doc[end].lower_ not in ("of", "for") or held.i - end > _DEEP):
            break
        for other in found:
            _take_held(spot, other, doc[end].lower_)
        last = found[0].end if found and found[0].start > end else held.i + 1
        end = max(last, end + 1)
    return end


def _portfolio(doc: Doc, spot: Spot, at: list[Spot | None], held: Token, preposition: int) -> Token:
    """Return the charge of a minister whose name the parser hung on it: "minister for water resources Ada Novak"."""
    name = at[held.i]
    if name is None or name.kind != "person" or not name.named or name.start <= preposition + 1:
        return held
    before = doc[name.start - 1]
    charged = spot.noun.rsplit(" ", 1)[-1] in _CHARGED and at[before.i] is None and before.tag_[:2] == "NN"
    return before if charged else held


def _held(doc: Doc, spot: Spot, at: list[Spot | None], held: Token, preposition: int) -> list[Spot]:
    """Return the spot that a preposition holds and the best one among its modifiers."""
    other = at[held.i]
    if other is not None and other.kind == "person" and other.named and other.start > preposition + 1:
        before = at[other.start - 1]
        if before is not None and before is not spot:
            held, other = doc[other.start - 1], before
    inner: Spot | None = None
    for i in range(preposition + 1, held.i):
        found = at[i]
        if found is None or found is other or found is spot:
            continue
        if inner is None or (inner.kind == "country" and found.kind == "organization"):
            inner = found
    return [found for found in (other, inner) if found is not None and found is not spot]


def _take_held(spot: Spot, other: Spot, preposition: str) -> None:
    if preposition in _WHITHER and spot.noun.endswith(tuple(reference()["sent"])):
        return
    if other.kind == "person":
        if preposition in _HOLDING:
            spot.person = spot.person or other
    elif other.kind == "country" or other.local:
        spot.country = spot.country or other.country
        spot.bodies.append(other)
    elif other.form != "pronoun" and other.kind is not None:
        spot.bodies.append(other)


def affiliate(doc: Doc, spot: Spot, at: list[Spot | None]) -> None:
    """Read where a named person belongs: "Marco Rubio of Florida", "Russia's Vladimir Putin"."""
    before = at[spot.start - 2] if spot.start > 1 and doc[spot.start - 1].tag_ == "POS" else None
    if before is not None and before.kind == "country":
        spot.country = before.country
    elif before is not None and before.named and before.kind in ("organization", "media"):
        spot.bodies.append(before)
    end = spot.end
    if end < len(doc) and doc[end].text == ",":
        end += 1
        if end >= len(doc) or doc[end].lower_ != "of":
            return
    if end >= len(doc) or doc[end].lower_ not in ("of", "from") or not spot.start <= doc[end].head.i < end:
        return
    other = next((found for i in range(end + 1, min(end + _NEAR, len(doc))) if (found := at[i]) is not None), None)
    if other is None:
        return
    if other.kind == "country" or other.local:
        spot.country = spot.country or other.country
        body = _owned(doc, other, at)
        if body is not None:
            spot.bodies.append(body)
    elif other.kind == "organization":
        spot.bodies.append(other)


def _owned(doc: Doc, country: Spot, at: list[Spot | None]) -> Spot | None:
    """Return the body that a country before it owns: "of the UK's Crime Agency"."""
    end = country.end
    if end + 1 >= len(doc):
        return None
    possessive = doc[end].tag_ == "POS"
    body = at[end + possessive]
    held = possessive or doc[country.head].dep_ in MODIFIERS
    return body if held and body is not None and body.named and body.kind == "organization" else None
