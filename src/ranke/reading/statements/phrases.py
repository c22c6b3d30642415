"""Phrases that are what was said: "announced a plan", "called for calm", "called it a mess", "urged them to go"."""

from collections.abc import Iterator

from spacy.tokens import Token

from ranke.reading.statements.clauses import is_aside
from ranke.reading.statements.cues import Content, words
from ranke.reading.statements.trees import (
    child,
    is_finite,
    is_infinitive,
    is_passive,
    kids,
    lemma_of,
    right,
    subtree_end,
)

_CLAUSAL = frozenset({"ccomp", "xcomp"})
_VAGUE = frozenset({"it", "them", "this", "that", "which"})
_WHOLE = frozenset({"attribute", "blame", "compare", "credit", "equate", "estimate", "liken", "put"})
_COUNTS = frozenset({"estimate", "put"})
"""Those of them that say how many or how much: "put the loss at two million"."""
"""Verbs of the charge frame whose content holds the one charged too: "blamed the firm for the leak"."""
_NEAR = 4
"""Tokens within which a cue's preposition stands."""


def noun(token: Token, children: list[Token], seconds: list[str]) -> Iterator[Content]:
    """Yield a noun phrase that is itself what was said: "announced a new plant", "the raid was claimed by rebels"."""
    if token.tag_ == "VBG" and token.dep_ in ("xcomp", "ccomp", "dobj", "csubj"):
        return
    if any(c.lower_ == "as" and child(c, "pcomp") is not None for c in children):
        return
    particle = next((c for c in children if c.dep_ == "prt" and c.lower_ in seconds), None)
    if particle is None and "" not in seconds:
        return
    thing = right(children, token, "dobj")
    if thing is None:
        subject = next((c for c in children if c.dep_ == "nsubjpass" and c.pos_ != "PRON"), None)
        if subject is not None and any(c.dep_ == "agent" for c in children):
            yield Content(int(subject.left_edge.i), subtree_end(subject), "object", token.i + 1)
    elif lemma_of(token) == "cite" and is_person(thing):
        return
    elif thing.ent_type_ == "DATE" and thing.tag_ == "NNP":
        return  # "announced last Friday"
    elif thing.pos_ != "PRON" or thing.lower_ in _VAGUE - {"it"}:
        start = max(int(token.i) + 1, int(thing.left_edge.i))
        if particle is not None:
            start = max(start, int(particle.i) + 1)
        yield Content(start, noun_end(thing, children), "object", start if particle is not None else token.i + 1)


def is_person(thing: Token) -> bool:
    """Tell whether a noun is somebody who can be cited: a name, or a word for those who speak."""
    return thing.ent_type_ in ("PERSON", "ORG", "NORP") or lemma_of(thing) in words().people


def noun_end(thing: Token, siblings: list[Token]) -> int:
    """Return where a noun phrase ends: before a relative clause after a comma, after phrases that follow at once."""
    end = subtree_end(thing)
    for c in kids(thing):
        if c.dep_ == "relcl" and c.left_edge.i > thing.i and c.doc[c.left_edge.i - 1].text == ",":
            end = int(c.left_edge.i) - 1
            break
    for sibling in siblings:
        if sibling.left_edge.i != end:
            continue
        purpose = sibling.dep_ in ("xcomp", "advcl") and sibling.doc[end].lower_ in ("to", "if", "that")
        if purpose or sibling.dep_ in ("oprd", "acomp") or (sibling.dep_ == "prep" and not is_aside(sibling)):
            end = subtree_end(sibling)
    return end


def preposition(token: Token, children: list[Token], seconds: list[str]) -> Iterator[Content]:
    """Yield what stands after a cue's preposition: "called for calm", "called for the ban to be lifted"."""
    for c in children:
        if c.i < token.i:
            continue
        if c.dep_ in ("advcl", *_CLAUSAL) and c.left_edge.i == token.i + 1 and c.left_edge.lower_ in seconds:
            yield Content(token.i + 2, subtree_end(c), "preposition", token.i + 2)
            return
        if c.dep_ != "prep" or c.lower_ not in seconds or c.i - token.i >= _NEAR:
            continue
        inner, end = child(c, "pobj", "pcomp"), subtree_end(c)
        if inner is not None and not (inner.pos_ == "PRON" and end - c.i == 2):  # noqa: PLR2004 - "of it" says nothing
            stop = end if inner.dep_ == "pcomp" else max(noun_end(inner, children), _gerund_end(inner))
            yield Content(c.i + 1, stop, "preposition", c.i + 1 if c.i == token.i + 1 else token.i + 1)
            return


def _gerund_end(thing: Token) -> int:
    """Return the end of an -ing clause that the noun is the subject of ("spoke of the army taking over"), else 0."""
    verb = next((c for c in kids(thing) if c.dep_ == "acl" and c.tag_ == "VBG"), None)
    return subtree_end(verb) if verb is not None else 0


def viewed_as(token: Token, children: list[Token], seconds: list[str]) -> Iterator[Content]:
    """Yield somebody or something and the view of it: "described the plan as a mess", "referred to it as a mess"."""
    view = next((c for c in children if c.lower_ == "as" and c.dep_ in ("prep", "mark") and c.i > token.i), None)
    to = next((c for c in children if c.dep_ == "prep" and c.i == token.i + 1 and c.lower_ in seconds), None)
    if to is None and "" not in seconds:
        return
    thing = child(to, "pobj") if to is not None else right(children, token, "dobj")
    if view is None and thing is not None:
        view = _as_below(thing)
    if view is None or view.i <= token.i or child(view, "pobj", "pcomp", "amod", "advcl") is None:
        return
    if thing is None or thing.lower_ in _VAGUE:
        if not is_passive(token, children):
            yield Content(view.i + 1, subtree_end(view), "as", view.i + 1)
    elif not (thing.lower_.endswith(("self", "selves")) and lemma_of(token) == "identify"):
        cue_end = to.i + 1 if to is not None else token.i + 1
        yield Content(int(thing.left_edge.i), subtree_end(view), "as", cue_end)


def _as_below(thing: Token) -> Token | None:
    """Return an "as" that the parser hung on the thing, or on a clause about it: "the plan dubbed X as a mess"."""
    for c in kids(thing):
        if c.lower_ == "as" and c.dep_ == "prep":
            return c
        if c.dep_ in ("acl", "relcl", "prep"):
            found = next((k for k in kids(c) if k.lower_ == "as" and k.dep_ == "prep"), None)
            if found is not None:
                return found
    return None


def naming(token: Token, children: list[Token], _: list[str]) -> Iterator[Content]:
    """Yield the same without "as": "called the plan a mess", "found the law unconstitutional"."""
    view = right(children, token, "oprd", "attr", "acomp")
    thing = right(children, token, "dobj", "nsubj")
    if view is None:
        view = next((c for c in children if c.dep_ in _CLAUSAL and c.i > token.i and _small(c)), None)
        thing = thing or child(view, "nsubj", "nsubjpass")
    if view is None or (thing is not None and thing.i > view.i):
        return
    end = subtree_end(view)
    if thing is None or thing.i < token.i:
        if view.dep_ not in _CLAUSAL and not is_passive(token, children):
            yield Content(int(view.left_edge.i), end, "naming", token.i + 1)
    elif thing.lower_ in _VAGUE:
        yield Content(max(thing.i + 1, int(view.left_edge.i)), end, "naming", token.i + 1)
    else:
        yield Content(max(token.i + 1, int(thing.left_edge.i)), end, "naming", token.i + 1)


def _small(token: Token) -> bool:
    """Tell whether a clause is but a noun and a view of it: no tense, and no infinitive but "to be"."""
    if is_finite(token) or any(is_finite(c) and c.dep_ in ("aux", "auxpass") for c in kids(token)):
        return False
    return not is_infinitive(token) or token.lemma_ == "be"


def charge(token: Token, children: list[Token], seconds: list[str]) -> Iterator[Content]:
    """Yield what is laid to somebody: "accused the mayor of fraud", "blamed the firm for the leak"."""
    thing = right(children, token, "dobj")
    if thing is None:
        return
    beside = [*children, *kids(thing)]
    matter = next((c for c in beside if c.dep_ == "prep" and c.i > thing.i and c.lower_ in seconds), None)
    if matter is None or (lemma_of(token) in _COUNTS and not _counts(matter)):
        return
    if lemma_of(token) in _WHOLE:
        yield Content(max(token.i + 1, int(thing.left_edge.i)), subtree_end(matter), "charge", token.i + 1)
    else:
        yield Content(matter.i + 1, subtree_end(matter), "charge", token.i + 1, thing.i)


def _counts(link: Token) -> bool:
    """Tell whether a number stands after a preposition: "at 37", "at two million", "at around a dozen"."""
    inner = child(link, "pobj")
    return inner is not None and (inner.like_num or any(c.like_num for c in kids(inner)))


def order(token: Token, children: list[Token], seconds: list[str]) -> Iterator[Content]:
    """Yield somebody and what he is to do: "urged residents to stay", "called on the rebels to disarm"."""
    told = right(children, token, "dobj", "dative")
    inner = next((c for c in children if c.dep_ in _CLAUSAL and c.i > token.i and is_infinitive(c)), None)
    cue_end = int(token.i) + 1
    if told is None and inner is not None:
        told = next((c for c in kids(inner) if c.dep_ == "nsubj" and c.i > token.i), None)
    on = next((c for c in children if c.dep_ == "prep" and c.lower_ in seconds and c.i == token.i + 1), None)
    if told is None and on is not None:
        told, cue_end = child(on, "pobj"), int(on.i) + 1
        inner = inner or child(told, "relcl", "acl") or right(children, on, "advcl")
    if told is None or inner is None or inner.i < told.i or not is_infinitive(inner):
        return
    start, end = int(told.left_edge.i), subtree_end(inner)
    act = max(int(inner.left_edge.i), subtree_end(told))
    drowned = act - start > end - act  # a long name would drown what is asked
    yield Content(act if drowned else start, end, "order", cue_end, told.i)
