"""Who says it: the head token of the words that name the speaker of a cue, and those words."""

from spacy.tokens import Doc, Token

from ranke.model import Span
from ranke.reading.statements.authors import RELATIVE, author, by_name, document_above, own_subject, whole
from ranke.reading.statements.cues import words
from ranke.reading.statements.phrases import is_person
from ranke.reading.statements.quotations import Quotations
from ranke.reading.statements.tails import Tails
from ranke.reading.statements.trees import WALK, child, is_infinitive, kids, lemma_of, set_off

_CITING = frozenset({"advcl", "acl", "relcl", "xcomp"})
_CONTROL = frozenset({"advcl", "xcomp", "pcomp", "conj", "acl", "prep", "parataxis", "dep", "ccomp", "relcl"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_BESIDE = 6
_WITHIN = frozenset({"compound", "poss", "pobj"})
_OF_OBJECTS = frozenset({"for", "of", "into", "from"})
"""Prepositions before an -ing form whose subject is the object above: "blamed him for saying"."""
_PERSONS = frozenset({"he", "she", "they"})
_ENDS = frozenset(".!?")
_SENTENCE = 60
"""Tokens before a cue in which its lost subject is looked for."""
_SOMEBODY = frozenset({"PERSON", "ORG", "NORP"})
_OF_PRONOUNS = frozenset({"prep", "relcl", "acl", "appos", "cc", "conj", "punct", "advmod"})
_LONGEST = 40
"""Tokens after a name beyond which what the parser hung on it is another sentence."""


def named_of(token: Token, tails: Tails) -> Token | None:
    """Return the head token of the words that stand for who speaks with this cue: "the ministry's statement".

    A clause without a subject of its own takes that of the clause it hangs on.
    """
    token = token.doc[tails.owner.get(token.i, token.i)]
    if token.pos_ == "NOUN" and lemma_of(token) in words().documents:
        made = author(token)
        return made if made.i != token.i else None
    return _subject(token)


def speaker_of(named: Token) -> Token:
    """Return who is meant by the words that stand for a speaker: whoever made the document, bears the office."""
    return by_name(author(whole(named)))


def with_speaker(speaker: Token) -> tuple[int, ...]:
    """Return the heads of those named beside a speaker: "the mayor and the bishop said"."""
    if not any(c.dep_ == "cc" and c.lower_ == "and" for c in kids(speaker)):
        return ()
    found: list[int] = []
    for c in kids(speaker):
        if c.dep_ == "conj" and c.i > speaker.i and c.pos_ in _NOUNS:
            found += [int(by_name(c).i), *with_speaker(c)]
    return tuple(found[:_BESIDE])


def _subject(token: Token) -> Token | None:
    current, joined = token, False
    for _ in range(WALK):
        owner = (_undergoer(current) if joined else None) or own_subject(current)
        owner = owner or (_undergoer(current) if current.i != token.i else None)
        if owner is not None or current.head.i == current.i:
            return owner
        above = token.dep_ == "pcomp" and current.dep_ == "pobj"  # "was jeered at a rally for saying"
        if current.dep_ not in _CONTROL and not above:
            return None
        if current.dep_ == "acl" and current.head.pos_ in _NOUNS:
            return document_above(current.head) or current.head
        owner = _controlled(current)
        if owner is not None:
            return owner
        current, joined = current.head, current.dep_ == "conj"
    return None


def _undergoer(verb: Token) -> Token | None:
    """Return the subject of a passive clause, which a cue joined to it shares: "was met by fans and said"."""
    return child(verb, "nsubjpass") if child(verb, "auxpass") is not None else None


def _controlled(token: Token) -> Token | None:
    """Return who speaks below a verb with an object: who is quoted "as saying", blamed "for saying"."""
    if token.dep_ == "xcomp":
        verb, freely = token.head, is_infinitive(token)
    elif token.dep_ in ("pcomp", "prep"):
        prep = token.head if token.dep_ == "pcomp" else token
        verb, freely = prep.head, token.dep_ == "pcomp" and prep.lower_ in _OF_OBJECTS
        if prep.lower_ != "as" and not freely:
            return None
    else:
        return None
    quoting = lemma_of(verb) in words().quoted_as
    if verb.pos_ != "VERB" or not (quoting or (freely and lemma_of(verb) != "promise")):
        return None
    found = child(verb, "dobj", "nsubjpass")
    if found is None or quoting or found.dep_ == "nsubjpass":
        return found
    return found if found.ent_type_ in _SOMEBODY or found.pos_ == "PRON" or lemma_of(found) in words().people else None


def quoted_by(token: Token) -> Token | None:
    """Return who quotes, where the cue stands under "quoted … as": "he was quoted by the agency as saying"."""
    verb = token
    for _ in range(3):
        if lemma_of(verb) in words().quoted_as and verb.i != token.i:
            agent = child(next((c for c in kids(token) if c.lower_ == "by"), None), "pobj")
            found = own_subject(verb) or agent  # "was quoted as saying by the agency"
            return author(found) if found is not None else None
        if verb.dep_ not in ("pcomp", "prep", "xcomp"):
            return None
        verb = verb.head
    return None


def cited_beside(cue: Token, speaker: Token | None) -> Token | None:
    """Return whom a medium goes by: "the paper, citing officials, reported", "said on Monday, quoting the minister"."""
    noun = speaker.head if speaker is not None and speaker.dep_ == "appos" else None
    for host in (cue, speaker, noun):
        for c in kids(host) if host is not None else ():
            cited = cited_in(c)
            if cited is not None:
                return cited
    return None


def cited_in(clause: Token) -> Token | None:
    """Return who is cited where this verb says that somebody is: "citing officials", "which quoted the embassy"."""
    if clause.dep_ not in _CITING or lemma_of(clause) not in ("cite", "quote") or clause.tag_ == "VBN":
        return None
    cited = child(clause, "dobj")
    if cited is None:
        return None
    made = author(cited)
    found = made if made.i > clause.i else cited
    return by_name(found) if is_person(found) or lemma_of(found) in words().bodies else None


def nearest_name(cue: Token) -> Token | None:
    """Return the noun nearest a cue, for where the parser lost its way among quotation marks."""
    doc = cue.doc
    inverted = cue.i > 0 and doc[cue.i - 1].is_punct and lemma_of(cue) != "tell"  # what follows "told" is who hears it
    for step in (1, -1) if inverted else (-1, 1):
        for i in range(cue.i + step, cue.i + 12 * step, step):
            if not 0 <= i < len(doc):
                break
            token = doc[i]
            if token.text in ".;" or "\n" in token.text or token.is_quote:
                break
            if i == cue.i - 1 and (token.pos_ == "PROPN" or token.is_title) and cue.tag_ == "VBD":
                return token  # "In an interview Jo Hill declared"
            if token.pos_ in _NOUNS and token.ent_type_ not in ("DATE", "TIME") and token.dep_ not in _WITHIN:
                return author(token)
    return None


def loosely_hung(cue: Token) -> bool:
    """Tell whether the parser hung an -ing form on a clause that hardly has it, or on the verb above a name.

    "blamed a man who had left early, saying" (the clause about the man is over), "footage of Jo Hill asking".
    """
    return _named_before(cue) is not None or (set_off(cue.doc, cue.i) and _narrow(cue.head))


def _named_before(cue: Token) -> Token | None:
    """Return the person named right before an -ing form that the parser did not hang on the name."""
    name = cue.doc[cue.i - 1] if cue.i else cue
    loose = cue.dep_ in ("pobj", "dobj", "xcomp") and name.dep_ in ("pobj", "compound")
    return name if loose and name.ent_type_ == "PERSON" else None


def _narrow(verb: Token) -> bool:
    """Tell whether this is the verb of a clause about a noun that no comma parts from it: "a man who had left"."""
    return verb.dep_ == "relcl" and not set_off(verb.doc, int(verb.left_edge.i))


def subject_above(cue: Token, quotations: Quotations) -> Token | None:
    """Return the subject of the clause that a cue stands in, by whatever link, for one that has lost its own.

    Where marks led the parser astray, that is the first subject of the sentence who may speak.
    """
    current = cue
    name = _named_before(cue)
    if name is not None:
        return name
    for _ in range(WALK):
        found = None if _narrow(current) else own_subject(current) or _undergoer(current)
        if found is not None and found.i < cue.i and quotations.at(found.idx) is None:
            return speaker_of(found)
        if current.head.i == current.i:
            break
        current = current.head
    first = None
    for i in range(cue.i - 1, max(-1, cue.i - _SENTENCE), -1):
        token = cue.doc[i]
        if token.text in _ENDS or "\n" in token.text:
            break
        if token.dep_ in ("nsubj", "nsubjpass") and (token.ent_type_ in _SOMEBODY or token.lower_ in _PERSONS):
            first = token if quotations.at(token.idx) is None else first
    return speaker_of(first) if first is not None else None


def naming_span(doc: Doc, head: int, cue: int | None = None) -> Span:
    """Return the characters of all the words that name or describe somebody: "the mayor, who opened the bridge".

    A clause about him that holds the cue is left out ("the envoy, saying that …"); where the cue has "who" for its
    subject, that alone names the speaker in place. A clause that the parser hung on a pronoun is not of it.
    """
    token = doc[head]
    if cue is not None:
        relative = _relative_subject(doc[cue], token)
        if relative is not None:
            return int(relative.idx), int(relative.idx + len(relative))
    start, end = int(token.left_edge.i), head + 1
    if start < head and doc[start].dep_ == "mark":
        start = head
    for c in kids(token):
        if c.i > head:
            if _is_foreign(c, cue):
                break
            end = int(c.right_edge.i) + 1
    if cue is not None and start <= cue < head:
        start = cue + 1  # "added Jo Hill", taken for one name
    while start < head and (doc[start].is_punct or doc[start].is_space or doc[start].dep_ == "cc"):
        start += 1
    while end > head + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return int(doc[start].idx), int(doc[end - 1].idx + len(doc[end - 1].text))


def _relative_subject(cue: Token, named: Token) -> Token | None:
    """Return the "who" of a relative clause about the one named, where the cue stands in it."""
    verb = cue
    for _ in range(3):
        subject = child(verb, "nsubj")
        if subject is not None:
            own = subject.lower_ in RELATIVE and subject.tag_ in ("WP", "WDT") and verb.head.i == named.i
            return subject if own else None
        if verb.dep_ not in ("conj", "xcomp", "advcl"):
            return None
        verb = verb.head
    return None


def _is_foreign(token: Token, cue: int | None) -> bool:
    """Tell whether what hangs on a name or noun is no part of its description, but the clause it speaks in."""
    head = token.head
    if cue is not None and token.left_edge.i <= cue <= token.right_edge.i:
        return True
    if token.dep_ in ("parataxis", "dep", "advcl", "ccomp") or token.text in (":", "—", "–", "--", ";"):
        return True
    if token.dep_ == "punct":
        return "\n" in token.text or token.text in ".!?"
    far = int(token.right_edge.i) - int(head.i) > _LONGEST
    return far or token.is_space or (head.pos_ == "PRON" and token.dep_ not in _OF_PRONOUNS)
