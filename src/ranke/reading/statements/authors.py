"""Who stands behind a noun: the maker of a document, the holder of an office, the whole of a part."""

from spacy.tokens import Token

from ranke.reading.statements.cues import words
from ranke.reading.statements.trees import child, kids, lemma_of

RELATIVE = frozenset({"who", "which", "that", "whom"})
_LINKS = frozenset({"from", "by", "of"})
_TIMES = frozenset({"DATE", "TIME"})
_PLACES = frozenset({"GPE", "ORG", "NORP", "LOC"})
_PARTS = frozenset({"part", "number", "portion", "handful", "majority", "section"})
_UP = 4
"""Steps up or down a tree that are looked at."""


def own_subject(token: Token) -> Token | None:
    """Return the subject of this verb itself; the noun before, for a relative pronoun; who acts, in the passive."""
    subject, passive = None, False
    for c in kids(token):
        if c.dep_ == "nsubj" and token.tag_ == "VBG" and c.i > token.i:
            continue  # "saying the rebels …"
        if c.dep_ == "nsubj" and (subject is None or c.i < token.i):
            subject = c  # the nearest of two: "the leader, Jo Hill, said"
        elif c.dep_ in ("nsubjpass", "auxpass"):
            passive = True
        elif c.dep_ == "agent":
            return child(c, "pobj")
    if subject is None or passive:
        return None
    if subject.lower_ in RELATIVE and subject.tag_ in ("WP", "WDT"):
        return token.head if token.dep_ in ("relcl", "acl") and token.head.i != token.i else None
    return subject


def doer(verb: Token) -> Token | None:
    """Return the subject of a verb, or of the clause it hangs on: "protesters, carrying signs, marched"."""
    for _ in range(_UP):
        subject = own_subject(verb)
        if subject is not None or verb.dep_ not in ("advcl", "conj", "xcomp", "acl", "relcl") or verb.head.i == verb.i:
            return subject
        if verb.dep_ == "acl" and verb.head.pos_ in ("NOUN", "PROPN"):
            return verb.head
        verb = verb.head
    return None


def author(noun: Token) -> Token:
    """Return who made a document that speaks ("the ministry's statement", "a letter from the mayor"), else the noun."""
    for _ in range(3):
        if lemma_of(noun) not in words().documents or noun.ent_type_ in ("ORG", "PERSON"):
            return noun
        found = maker(noun)
        if found is None:
            return noun
        noun = found
    return noun


def is_document(noun: Token) -> bool:
    """Tell whether a noun is something said or written that nobody beside it is named as the maker of."""
    return lemma_of(noun) in words().documents and noun.pos_ == "NOUN" and maker(noun) is None


def maker(noun: Token) -> Token | None:
    """Return who is named beside a noun as its maker: "the ministry's statement", "a letter from the mayor"."""
    children = kids(noun)
    owner = child(noun, "poss")
    if owner is not None:
        return owner
    for c in children:
        if c.dep_ in ("acl", "prep", "agent") and c.i > noun.i:
            found = _named_by(c)
            if found is not None:
                return found
    for c in children:
        if c.dep_ in ("compound", "nmod") and c.pos_ in ("PROPN", "NOUN") and c.ent_type_ not in _TIMES:
            return c
    return _issuer(noun)


def _issuer(noun: Token) -> Token | None:
    """Return the subject of the verb that a document stands under: "the palace issued a statement"."""
    verb = noun.head
    for _ in range(3):
        if verb.pos_ in ("VERB", "AUX") and noun.dep_ in ("dobj", "pobj", "appos"):
            return doer(verb)
        if verb.dep_ not in ("prep", "dobj", "pobj") or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def _named_by(token: Token) -> Token | None:
    """Return the noun under "from", "by" or "of", or under "released by"."""
    if token.dep_ == "prep" and token.lower_ not in _LINKS:
        return None
    inner = child(token, "pobj", "agent")
    if inner is None:
        return None
    if inner.dep_ == "agent":
        return child(inner, "pobj")
    vague = inner.ent_type_ in _TIMES or inner.ent_type_ in ("GPE", "CARDINAL")
    return inner if token.lower_ in ("from", "by") or not vague else None


def document_above(noun: Token) -> Token | None:
    """Return the document that a noun stands in the phrase of: "a ruling against the king finding that …"."""
    current = noun
    for _ in range(_UP):
        if lemma_of(current) in words().documents:
            return current
        if current.dep_ not in ("pobj", "prep", "compound", "conj") or current.head.i == current.i:
            return None
        current = current.head
    return None


def whole(noun: Token) -> Token:
    """Return what a part is part of: "part of the ruling", "a number of senators"."""
    if lemma_of(noun) not in _PARTS:
        return noun
    of = next((c for c in kids(noun) if c.dep_ == "prep" and c.lower_ == "of"), None)
    return child(of, "pobj") or noun


def by_name(noun: Token) -> Token:
    """Return the person's name where the head is but the office: "the mayor of Leeds, Jo Hill"."""
    if noun.ent_type_ == "PERSON" or noun.pos_ == "PRON":
        return noun
    for c in kids(noun):
        if c.dep_ == "appos" and c.i > noun.i and (c.ent_type_ == "PERSON" or noun.lower_ == "one"):
            return c
        if c.dep_ == "acl" and lemma_of(c) == "name":
            return child(c, "oprd", "attr", "dobj") or noun
        if c.dep_ == "conj" and _second_title(noun, c):
            return c
        if c.dep_ == "prep" and c.lower_ in ("of", "to"):
            named = _name_below(noun, child(c, "pobj"))
            if named is not None:
                return named
    return noun


def _second_title(office: Token, name: Token) -> bool:
    """Tell whether a name with a title ends two titles of one person: "party leader and Prime Minister Jo Hill"."""
    titled = any(c.dep_ == "compound" and c.ent_type_ != "PERSON" for c in kids(name))
    return name.ent_type_ == "PERSON" and titled and office.tag_ == "NN" and child(office, "det", "poss") is None


def _name_below(office: Token, inner: Token | None) -> Token | None:
    """Return a name that the parser hung below what the office is of: "President of Ukraine Volodymyr Zelensky"."""
    for _ in range(_UP):
        if inner is None:
            return None
        parts = kids(inner)
        titled = office.pos_ == "PROPN" and sum(c.dep_ == "compound" for c in parts) > 1
        if inner.ent_type_ == "PERSON" and (titled or any(c.ent_type_ in _PLACES for c in parts)):
            return inner
        joined = any(c.dep_ == "cc" for c in parts)
        for c in parts:
            if c.ent_type_ == "PERSON" and (c.dep_ == "appos" or (c.dep_ == "conj" and not joined)):
                return c
        inner = child(next((c for c in parts if c.dep_ == "prep" and c.lower_ == "of"), None), "pobj")
    return None
