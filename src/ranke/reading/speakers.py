"""Who says it, to whom, and through whom: the head tokens beside a cue, and the words that name them."""

from spacy.tokens import Doc, Token

from ranke.model import Span
from ranke.reading.contents import OCCASIONS, TELLERS, WALK, kids
from ranke.reading.cues import cues, lemma_of
from ranke.reading.tails import Tails

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_CONTROL = frozenset({"advcl", "xcomp", "pcomp", "conj", "acl", "prep", "parataxis", "dep", "ccomp"})
_LINKS = frozenset({"from", "by", "of"})
_TELLS = frozenset({"dobj", "dative", "iobj"})


def speaker_of(token: Token, tails: Tails) -> Token | None:
    """Return the head token of the words that name who speaks with this cue, or None.

    A clause without a subject of its own takes that of the clause it hangs on; a document speaks for who made it.
    """
    token = token.doc[tails.owner.get(token.i, token.i)]
    current, owner = token, None
    for _ in range(WALK):
        owner = _own_subject(current)
        if owner is not None or current.dep_ not in _CONTROL | {"relcl"} or current.head.i == current.i:
            break
        if current.dep_ == "acl" and current.head.pos_ in ("NOUN", "PROPN", "PRON"):
            owner = _document_above(current.head) or current.head
            break
        if current.dep_ in ("xcomp", "pcomp") or (current.dep_ == "prep" and current.lower_ == "as"):
            owner = _object_of_control(current)
            if owner is not None:
                break
        current = current.head
    if owner is None:
        return None
    return _by_name(author(_whole(owner)))


def _document_above(noun: Token) -> Token | None:
    """Return the document that a noun stands in the phrase of: "a ruling against the king finding that …"."""
    current = noun
    for _ in range(4):
        if lemma_of(current) in cues().documents:
            return current
        if current.dep_ not in ("pobj", "prep", "compound", "conj") or current.head.i == current.i:
            return None
        current = current.head
    return None


def _whole(noun: Token) -> Token:
    """Return what a part is part of: "part of the ruling", "a number of senators"."""
    if lemma_of(noun) in ("part", "number", "portion", "handful", "majority", "section"):
        of = next((c for c in kids(noun) if c.dep_ == "prep" and c.lower_ == "of"), None)
        inner = next((c for c in kids(of) if c.dep_ == "pobj"), None) if of is not None else None
        return inner or noun
    return noun


def _by_name(noun: Token) -> Token:
    """Return the person's name where the head is but the office: "the mayor of London, Sadiq Khan", "one of them, Jo Hill".

    The parser hangs "President of Ukraine Volodymyr Zelensky" as if he were what the president is of.
    """
    if noun.ent_type_ == "PERSON" or noun.pos_ == "PRON":
        return noun
    for child in kids(noun):
        if child.dep_ == "appos" and child.i > noun.i and (child.ent_type_ == "PERSON" or noun.lower_ == "one"):
            return child
        if child.dep_ == "prep" and child.lower_ in ("of", "to"):
            inner = next((c for c in kids(child) if c.dep_ == "pobj"), None)
            while inner is not None:
                parts = kids(inner)
                titled = noun.pos_ == "PROPN" and sum(c.dep_ == "compound" for c in parts) > 1
                if inner.ent_type_ == "PERSON" and (titled or any(c.ent_type_ in ("GPE", "ORG", "NORP", "LOC") for c in parts)):
                    return inner
                joined = not any(c.dep_ == "cc" for c in parts)
                named = next((c for c in parts if c.ent_type_ == "PERSON" and (c.dep_ == "appos" or (c.dep_ == "conj" and joined))), None)
                if named is not None:
                    return named
                below = next((c for c in kids(inner) if c.dep_ == "prep" and c.lower_ == "of"), None)
                inner = next((c for c in kids(below) if c.dep_ == "pobj"), None) if below is not None else None
    return noun


def _own_subject(token: Token) -> Token | None:
    """Return the subject of this verb itself; the noun before, for a relative pronoun; who acts, in the passive."""
    passive = False
    subject = None
    for child in kids(token):
        if child.dep_ == "nsubj" and (subject is None or child.i < token.i):
            subject = child  # the nearest of two: "the leader, Jo Hill, said"
        elif child.dep_ in ("nsubjpass", "auxpass"):
            passive = True
        elif child.dep_ == "agent":
            return next((c for c in kids(child) if c.dep_ == "pobj"), None)
    if subject is None or passive:
        return None
    if subject.lower_ in _RELATIVE and subject.tag_ in ("WP", "WDT"):
        return token.head if token.dep_ in ("relcl", "acl") and token.head.i != token.i else None
    return subject


def _object_of_control(token: Token) -> Token | None:
    """Return who is quoted "as saying": the object, or the passive's subject, of the verb above."""
    if token.dep_ == "pcomp" and token.head.lower_ != "as":
        return None
    verb = token.head if token.dep_ == "prep" else token.head.head if token.dep_ == "pcomp" else token.head
    if verb.pos_ != "VERB" or lemma_of(verb) not in cues().quoted_as:
        return None
    for child in kids(verb):
        if child.dep_ in ("dobj", "nsubjpass"):
            return child
    return None


def quoted_by(token: Token) -> Token | None:
    """Return who quotes, where the cue stands under "quoted … as": "he was quoted by the agency as saying"."""
    verb = token
    for _ in range(3):
        if lemma_of(verb) in cues().quoted_as and verb.i != token.i:
            found = _own_subject(verb)
            return author(found) if found is not None else None
        if verb.dep_ not in ("pcomp", "prep", "xcomp"):
            return None
        verb = verb.head
    return None


def author(noun: Token) -> Token:
    """Return who made a document that speaks ("the ministry's statement", "a letter from the mayor"), else the noun."""
    for _ in range(3):
        if lemma_of(noun) not in cues().documents or noun.ent_type_ in ("ORG", "PERSON"):
            return noun
        found = maker(noun)
        if found is None:
            return noun
        noun = found
    return noun


def is_document(noun: Token) -> bool:
    """Tell whether a noun is something said or written that nobody beside it is named as the maker of."""
    return lemma_of(noun) in cues().documents and noun.pos_ == "NOUN" and maker(noun) is None


def maker(noun: Token) -> Token | None:
    """Return who is named beside a noun as its maker: "the ministry's statement", "a letter from the mayor"."""
    children = kids(noun)
    for child in children:
        if child.dep_ == "poss" and child.pos_ != "PRON":
            return child
    for child in children:
        if child.dep_ == "poss":
            return child
    for child in children:
        if child.dep_ in ("acl", "prep", "agent") and child.i > noun.i:
            found = _named_by(child)
            if found is not None:
                return found
    for child in children:
        if child.dep_ in ("compound", "nmod") and (child.pos_ == "PROPN" or child.tag_ in ("NN", "NNS")) and child.ent_type_ not in ("DATE", "TIME"):
            return child
    verb = noun.head
    for _ in range(3):
        if verb.pos_ in ("VERB", "AUX") and noun.dep_ in ("dobj", "pobj", "appos"):
            return _doer(verb)
        if verb.dep_ not in ("prep", "dobj", "pobj") or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def _doer(verb: Token) -> Token | None:
    """Return the subject of a verb, or of the clause it hangs on: "protesters, carrying signs, marched"."""
    for _ in range(4):
        subject = _own_subject(verb)
        if subject is not None or verb.dep_ not in ("advcl", "conj", "xcomp", "acl", "relcl") or verb.head.i == verb.i:
            return subject
        if verb.dep_ == "acl" and verb.head.pos_ in ("NOUN", "PROPN"):
            return verb.head
        verb = verb.head
    return None


def _named_by(token: Token) -> Token | None:
    """Return the noun under "from", "by" or "of", or under "released by"."""
    if token.dep_ == "prep" and token.lower_ not in _LINKS:
        return None
    for child in kids(token):
        if child.dep_ == "pobj" and child.ent_type_ not in ("DATE", "TIME", "GPE", "CARDINAL"):
            return child
        if child.dep_ == "pobj" and token.lower_ in ("from", "by"):
            return child
        if child.dep_ == "agent":
            return next((c for c in kids(child) if c.dep_ == "pobj"), None)
    return None


def addressee_of(token: Token) -> Token | None:
    """Return the head token of who is told: "told reporters", "said to the crowd", "in an interview with the paper"."""
    children = kids(token)
    if lemma_of(token) in TELLERS:
        for child in children:
            if child.dep_ in _TELLS and child.i > token.i:
                return child
        subject = next((child for child in children if child.dep_ == "nsubjpass"), None)
        if subject is not None:
            return subject
    for child in children:
        found = _addressed(child)
        if found is not None:
            return found
    return None


def _addressed(token: Token) -> Token | None:
    """Return who is addressed in a phrase beside the cue: "to X", "in a letter to X", "speaking to X"."""
    if token.dep_ in ("advcl", "csubj") and lemma_of(token) in ("speak", "talk", "address", "write"):
        for child in kids(token):
            if child.dep_ == "dobj":
                return child
            if child.dep_ == "prep" and child.lower_ in ("to", "with"):
                return next((c for c in kids(child) if c.dep_ == "pobj"), None)
    if token.dep_ not in ("prep", "dative"):
        return None
    noun = next((c for c in kids(token) if c.dep_ == "pobj"), None)
    if noun is None:
        return None
    if token.lower_ == "to" and not _thing(noun):
        return noun
    if token.lower_ in ("in", "during", "at", "via") and lemma_of(noun) in OCCASIONS:
        for child in kids(noun):
            if child.dep_ == "prep" and child.lower_ in ("to", "with", "before"):
                return next((c for c in kids(child) if c.dep_ == "pobj"), None)
    return None


def _thing(noun: Token) -> bool:
    return noun.ent_type_ in ("DATE", "TIME", "MONEY", "CARDINAL", "PERCENT", "QUANTITY")


def is_media(token: Token) -> bool:
    """Tell whether a noun names a media house, by its words."""
    table = cues()
    words = [token.lower_, *(child.lower_ for child in kids(token) if child.dep_ in ("compound", "amod", "nmod", "appos"))]
    if token.lower_ in table.press and len(words) == 1 and token.ent_type_ != "ORG":
        return False
    return any(word in table.media_words or word in table.media_names for word in words)


def naming_span(doc: Doc, head: int) -> Span:
    """Return the characters of the words around a head that name or describe somebody, without clauses after it."""
    token = doc[head]
    start, end = token.left_edge.i, head + 1
    for child in kids(token):
        if child.i < head:
            continue
        if child.dep_ in ("relcl", "acl", "advcl", "cc", "conj", "punct", "parataxis", "appos") and not _tight(child, end):
            break
        end = child.right_edge.i + 1
    while start < head and (doc[start].is_punct or doc[start].is_space):
        start += 1
    while end > head + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return int(doc[start].idx), int(doc[end - 1].idx + len(doc[end - 1].text))


def _tight(token: Token, end: int) -> bool:
    """Tell whether a word belongs to the name though its link is loose: a name's own hyphen, or a name set right after."""
    return (token.dep_ == "punct" and token.text in "-'’") or (token.dep_ == "appos" and token.left_edge.i == end)
