"""Who passes a statement on, as the clause of its cue tells: "in remarks carried by …", "through his lawyer"."""

from collections.abc import Iterator

from spacy.tokens import Token

from ranke.reading.statements.authors import author, document_above, doer
from ranke.reading.statements.cues import words
from ranke.reading.statements.hearers import is_media
from ranke.reading.statements.trees import child, kids, lemma_of, right

PASSING = frozenset({
    "air", "broadcast", "carry", "circulate", "cite", "distribute", "obtain", "print", "publish", "quote", "read",
    "recount", "relay", "release", "report", "review", "run", "see", "share", "televise", "transmit",
})  # fmt: skip
"""What is done with somebody else's words: "remarks carried by the agency", "a letter seen by the paper"."""
_QUOTING = frozenset({"quote", "cite", "report", "relay"})
_ASKING = frozenset({"approach", "ask", "contact", "interview", "poll", "reach"})
_TALKING = frozenset({"speak", "talk"})
_ASKED = frozenset({"ask", "contact", "interview", "question", "reach"})
_GRANTS = frozenset({"do", "give", "grant"})
_TALKS = _TALKING | {"catch", "chat", "converse", "correspond", "discuss", "meet", "sit"}
_GETS = frozenset({"get", "obtain", "receive", "request", "seek"})
_ANSWERS = frozenset({"answer", "take"})
_COMMENTS = frozenset({"answer", "comment", "reaction", "reply", "response", "statement"})
_OCCASIONS = frozenset({"interview", "question"})
_REPORTERS = frozenset({"correspondent", "editor", "journalist", "reporter"})
_THROUGH = frozenset({"through", "via"})
_AIRED = frozenset({"on", "in"})
_MOUTHS = frozenset({
    "aide", "ambassador", "attorney", "deputy", "emissary", "envoy", "intermediary", "lawyer", "mediator", "messenger",
    "office", "representative", "spokesman", "spokesperson", "spokeswoman", "translator",
})  # fmt: skip
"""Those who speak in another's name: "through his lawyer"."""
_LINKS = frozenset({"prep", "advcl", "acl", "relcl", "dep", "punct"})


def carriers(cue: Token, speaker: Token | None) -> list[Token]:
    """Return the heads of those who pass on what is said with this cue, outermost first, as far as the clause says."""
    found: list[Token] = []
    for token in _beside(cue, speaker):
        if token.dep_ == "prep":
            found += _by_preposition(token)
        elif lemma_of(token) in _QUOTING and token.tag_ == "VBN":
            found += _agent(token)
        elif lemma_of(token) in _ASKING and token.dep_ != "prep":
            found += [one for one in (*_agent(token), child(token, "nsubj")) if one is not None and is_media(one)]
        elif lemma_of(token) in _TALKING and token.dep_ == "relcl":
            found += [one for prep in kids(token) if prep.lower_ in ("to", "with") for one in _medium_under(prep)]
    found += _issuer(cue)
    found += _reporter(cue)
    found = found or _on_air(cue)
    return [one for one in found if speaker is None or one.i != speaker.i]


def _beside(cue: Token, speaker: Token | None) -> Iterator[Token]:
    """Yield what hangs on the cue and on the words for its speaker; the parser hangs some of it on a comma."""
    of = next((c for c in kids(speaker) if c.lower_ == "of"), None) if speaker is not None else None
    for host in (cue, speaker, child(of, "pobj")):
        for token in kids(host) if host is not None else ():
            if token.dep_ not in _LINKS:
                continue
            if token.dep_ == "punct":
                yield from (below for below in kids(token) if below.dep_ == "prep")
            else:
                yield token


def _by_preposition(token: Token) -> list[Token]:
    """Return the carriers in "in remarks carried by X", "through X", "to a letter seen by X"."""
    noun = child(token, "pobj") or child(child(token, "prep"), "pobj")
    if noun is None:
        return []
    if token.lower_ in _THROUGH:
        named = child(noun, "appos")
        return [one for one in (named, noun) if one is not None and (is_media(one) or lemma_of(one) in _MOUTHS)][:1]
    return _of_occasion(noun) if lemma_of(noun) in words().documents | words().occasions else []


def _reporter(cue: Token) -> list[Token]:
    """Return the medium of a clause before the speaker: "the agency reported on Monday an official said …"."""
    before = next((c for c in kids(cue) if c.dep_ in ("ccomp", "parataxis") and c.i < cue.i), None)
    if before is None or lemma_of(before) not in _QUOTING or right(kids(before), before, "dobj", "ccomp") is not None:
        return []
    medium = child(before, "nsubj")
    return [medium] if medium is not None and medium.i < before.i and is_media(medium) else []


def _on_air(cue: Token) -> list[Token]:
    """Return the medium in "said on state television"."""
    return [noun for prep in kids(cue) if prep.dep_ == "prep" and prep.lower_ == "on" for noun in _outlet_of(prep)]


def _of_occasion(noun: Token) -> list[Token]:
    """Return who carries an interview, a letter or remarks: "published by X", "on X", "an X interview"."""
    found: list[Token] = []
    for c in kids(noun):
        if c.dep_ == "acl" and lemma_of(c) in PASSING and c.tag_ == "VBN":
            found += _agent(c)
            found += [one for prep in kids(c) if prep.dep_ == "prep" for one in _outlet_of(prep)]
        elif c.dep_ == "prep":
            found += _outlet_of(c)
    return found


def _outlet_of(prep: Token) -> list[Token]:
    noun = child(prep, "pobj") if prep.lower_ in _AIRED else None
    return [noun] if noun is not None and _is_outlet(noun) else []


def _is_outlet(noun: Token) -> bool:
    """Tell whether a noun names one medium, not the media as such: "on the BBC", but not "in the media"."""
    return is_media(noun) and (noun.pos_ == "PROPN" or any(c.dep_ in ("amod", "compound") for c in kids(noun)))


def _medium_under(prep: Token) -> list[Token]:
    noun = child(prep, "pobj")
    return [noun] if noun is not None and is_media(noun) else []


def _agent(participle: Token) -> list[Token]:
    by = next((c for c in kids(participle) if c.dep_ == "agent"), None)
    noun = child(by, "pobj")
    return [author(noun)] if noun is not None else []


def _issuer(cue: Token) -> list[Token]:
    """Return who puts out another's document: "the palace issued a statement from the king: …"."""
    noun = cue if cue.pos_ == "NOUN" else document_above(cue.head) if cue.dep_ == "acl" else None
    if noun is None or noun.dep_ != "dobj" or lemma_of(noun) not in words().documents or author(noun).i == noun.i:
        return []
    if lemma_of(noun.head) not in words().issues | PASSING:
        return []
    issuer = doer(noun.head)
    return [author(issuer)] if issuer is not None else []


def interviewed(medium: Token) -> tuple[int, int] | None:
    """Return (verb, who is asked) where a text tells that a medium talked to somebody: "the paper interviewed Hill".

    Either may be the subject: "Hill spoke to the paper", "gave the paper an interview", "the paper spoke to Hill".
    """
    if medium.dep_ in ("compound", "poss") and lemma_of(medium.head) in _REPORTERS:
        medium = medium.head
    link, verb = medium, medium.head
    if medium.dep_ in ("pobj", "agent"):
        link, verb = verb, verb.head
    if lemma_of(verb) in _OCCASIONS and verb.pos_ == "NOUN":
        link, verb = verb, verb.head
    if verb.pos_ != "VERB":
        return None
    if medium.dep_ == "nsubj":
        verbs = [verb, *(c for c in kids(verb) if c.dep_ == "conj" and child(c, "nsubj") is None)]
        pairs = ((one, _asked_by_subject(one)) for one in verbs)
        return next(((one.i, asked.i) for one, asked in pairs if asked is not None and asked.i != medium.i), None)
    asked = _answering(verb, link)
    return (verb.i, asked.i) if asked is not None and asked.i != medium.i else None


def _asked_by_subject(verb: Token) -> Token | None:
    """Return whom the subject of a verb talks to: "interviewed X", "spoke to X", "received a comment from X"."""
    lemma = lemma_of(verb)
    if lemma in _ASKED:
        return child(verb, "dobj")
    if lemma in _TALKS:
        return next((child(c, "pobj") for c in _links(verb) if c.lower_ in ("to", "with")), None)
    comment = child(verb, "dobj")
    if lemma in _GETS and comment is not None and lemma_of(comment) in _COMMENTS:
        return next((child(c, "pobj") for c in [*kids(comment), *kids(verb)] if c.lower_ == "from"), None)
    return None


def _links(verb: Token) -> list[Token]:
    """Return the prepositions of a verb, and those that the parser hung on its object or on another of them."""
    own = [c for c in kids(verb) if c.dep_ in ("prep", "dobj")]
    return [c for one in own for c in (one, *kids(one)) if c.dep_ == "prep"]


def _answering(verb: Token, link: Token) -> Token | None:
    """Return who talks to a medium that is named under `link`: "spoke to X", "answered questions from X"."""
    lemma = lemma_of(verb)
    if lemma in _ANSWERS and link.dep_ == "dobj":
        return doer(verb)
    if lemma in _GRANTS:
        return doer(verb) if lemma_of(link) == "interview" else None
    if lemma in _ASKED:
        return child(verb, "nsubjpass") if link.dep_ == "agent" else None
    return doer(verb) if lemma in _TALKS and (link.lower_ in ("to", "with") or lemma_of(link) == "interview") else None
