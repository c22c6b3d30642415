"""Who says it, to whom, and through whom: the head tokens beside a cue, and the words that name them."""

from spacy.tokens import Doc, Token

from ranke.model import Span
from ranke.reading.contents import WALK, kids
from ranke.reading.cues import cues, lemma_of

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_CONTROL = frozenset({"advcl", "xcomp", "pcomp", "conj", "acl", "prep", "parataxis", "dep", "ccomp"})
_LINKS = frozenset({"from", "by", "of"})
_TELLS = frozenset({"dobj", "dative", "iobj"})
_TELLERS = frozenset({
    "tell", "inform", "ask", "assure", "reassure", "remind", "notify", "urge", "warn", "advise", "order", "instruct", "beg",
    "brief", "thank", "accuse", "blame", "encourage", "caution", "promise", "show", "challenge", "invite",
})  # fmt: skip


def speaker_of(token: Token) -> Token | None:
    """Return the head token of the words that name who speaks with this cue, or None.

    A clause without a subject of its own takes that of the clause it hangs on; a document speaks for who made it.
    """
    current, owner = token, None
    for _ in range(WALK):
        owner = _own_subject(current)
        if owner is not None or current.dep_ not in _CONTROL | {"relcl"} or current.head.i == current.i:
            break
        if current.dep_ == "acl" and current.head.pos_ in ("NOUN", "PROPN", "PRON"):
            owner = current.head
            break
        if current.dep_ in ("xcomp", "pcomp") or (current.dep_ == "prep" and current.lower_ == "as"):
            owner = _object_of_control(current)
            if owner is not None:
                break
        current = current.head
    if owner is None:
        return None
    return author(owner)


def _own_subject(token: Token) -> Token | None:
    """Return the subject of this verb itself; the noun before, for a relative pronoun; who acts, in the passive."""
    passive = False
    subject = None
    for child in kids(token):
        if child.dep_ == "nsubj" and subject is None:
            subject = child
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
        maker = _maker(noun)
        if maker is None:
            return noun
        noun = maker
    return noun


def is_document(noun: Token) -> bool:
    """Tell whether a noun is something said or written that nobody beside it is named as the maker of."""
    return lemma_of(noun) in cues().documents and noun.pos_ == "NOUN" and _maker(noun) is None


def _maker(noun: Token) -> Token | None:
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
            return _own_subject(verb)
        if verb.dep_ not in ("prep", "dobj", "pobj") or verb.head.i == verb.i:
            return None
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
    if lemma_of(token) in _TELLERS:
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
    if token.dep_ == "advcl" and lemma_of(token) in ("speak", "talk", "address", "write"):
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
    if token.lower_ in ("in", "during", "at", "via") and lemma_of(noun) in _OCCASIONS:
        for child in kids(noun):
            if child.dep_ == "prep" and child.lower_ in ("to", "with", "before"):
                return next((c for c in kids(child) if c.dep_ == "pobj"), None)
    return None


_OCCASIONS = frozenset({
    "interview", "letter", "address", "speech", "message", "statement", "remark", "call", "talk", "meeting", "email", "report",
    "conversation", "filing", "note", "memo", "testimony", "comment", "briefing", "phone",
})  # fmt: skip


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
