"""Which entry of the lexicon a word makes true, if any: words, then restrictions, then the most specific."""

from dataclasses import dataclass

from spacy.tokens import Token

from ranke.reading.frames import child, direct_object, prep_objects, subject
from ranke.reading.lexicon import Lexicon, Pattern, Word
from ranke.reading.parts import Cast
from ranke.reading.status import grammar

_BELOW = {
    "prt", "prep", "dobj", "pobj", "acomp", "advmod", "oprd", "attr", "dative", "agent", "xcomp", "amod", "npadvmod",
    "nsubjpass", "pcomp", "compound", "dep", "advcl", "nmod",
}  # fmt: skip


@dataclass(slots=True)
class Match:
    """An entry that holds at a token; `tokens` are all words of its pattern, `carrier` the light verb over a noun."""

    pattern: Pattern
    token: Token
    tokens: list[Token]
    carrier: Token | None = None
    reversed: bool = False


def word_class(token: Token) -> Word | None:
    """Return which part of the lexicon a token can begin, or None."""
    if token.dep_ in ("aux", "auxpass", "punct", "det"):
        return None
    if token.pos_ == "VERB":
        return "verb"
    if token.pos_ == "NOUN":
        return "noun"
    return "adjective" if token.pos_ == "ADJ" and token.dep_ in ("acomp", "attr", "ROOT", "conj", "oprd", "amod") else None


def lemmas(token: Token) -> tuple[str, ...]:
    """Return the forms under which a token may stand in the lexicon, best first."""
    lemma, lower = token.lemma_.lower(), token.lower_
    return (lemma,) if lemma == lower else (lemma, lower)


def _follow(token: Token, words: tuple[str, ...]) -> list[Token] | None:
    """Return the token and those that stand for the further words of a pattern, each below one found before."""
    found = [token]
    for word in words:
        hit = next(
            (
                below
                for node in reversed(found)
                for below in node.children
                if below.dep_ in _BELOW and (below.lower_ == word or below.lemma_.lower() == word)
            ),
            None,
        )
        if hit is None:
            return None
        found.append(hit)
    return found


def _words_of(pattern: Pattern, token: Token) -> list[Token] | None:
    words = pattern.words
    if len(words) == 1:
        return [token]
    if pattern.word != "noun" or words[0] in lemmas(token):
        return _follow(token, words[1:])
    if token.i < len(words) - 1:
        return None
    run = [token.doc[token.i - back] for back in range(len(words) - 1, 0, -1)]
    if all(word in lemmas(before) for word, before in zip(words, run, strict=False)):
        return [*run, token]
    return None


def _heads(tokens: list[Token]) -> set[str]:
    return {word for token in tokens for word in lemmas(token)}


def _objects(match: Match) -> list[Token]:
    """Return the heads that a restriction on the object speaks of: the object, else what the prepositions hold."""
    token = match.token
    if match.pattern.word != "verb":
        return [held for _, held in prep_objects(token)]
    found = direct_object(token)
    nodes = [node for node in match.tokens if node.dep_ in ("prep", "prt", "agent")]
    held = [pobj for node in nodes for pobj in [child(node, "pobj")] if pobj is not None]
    if found is not None and found not in match.tokens:
        held.append(found)
    elif found is None and not held:
        held = [pobj for _, pobj in prep_objects(token)]
    return [other for one in held for other in (one, *one.conjuncts)]


def refusal(match: Match, cast: Cast) -> str | None:
    """Return why an entry whose words are there does not hold here, or None where it does."""
    entry, token = match.pattern.entry, match.token
    is_verb = match.pattern.word == "verb"
    if entry.object or entry.not_object or (entry.object_actor and is_verb):
        objects = _objects(match)
        names = _heads(objects)
        if entry.object and is_verb and not names & entry.object:
            return f"its object is none of {', '.join(sorted(entry.object)[:6])} …"
        if names & entry.not_object:
            return f"another sense with {', '.join(sorted(names & entry.not_object))}"
        if entry.object_actor and is_verb and not any(cast.of(one) for one in objects):
            return "its object is no actor"
    if (entry.subject or entry.not_subject or entry.subject_actor) and is_verb:
        agent = subject(token)
        names = _heads([agent]) if agent is not None else set()
        if entry.subject and not names & entry.subject:
            return f"its subject is none of {', '.join(sorted(entry.subject)[:6])} …"
        if names & entry.not_subject:
            return f"another sense with {', '.join(sorted(names & entry.not_subject))} as subject"
        if entry.subject_actor and not cast.of(agent):
            return "its subject is no actor"
    if entry.clause and is_verb:
        there = child(token, "ccomp", "xcomp") is not None
        if there != (entry.clause == "required"):
            return "it needs a clause" if entry.clause == "required" else "not with a clause"
    return None


def _specific(match: Match) -> tuple[int, int, float]:
    entry = match.pattern.entry
    limits = sum(map(bool, (entry.object, entry.subject, entry.clause == "required", entry.object_actor)))
    return (len(match.tokens), limits, entry.weight)


def best_match(token: Token, lexicon: Lexicon, cast: Cast, trace: list[str] | None = None) -> Match | None:
    """Return the most specific entry that holds at this token, or None.

    Longer patterns go before shorter, restricted entries before open ones, surer ones before less sure.
    `trace`, where given, gets a line for each entry whose words matched and which was refused.
    """
    word = word_class(token)
    if word is None:
        return None
    best: Match | None = None
    for lemma in lemmas(token):
        for pattern in lexicon.patterns.get((word, lemma), ()):
            words = _words_of(pattern, token)
            if words is None:
                continue
            match = Match(pattern, token, words)
            why = refusal(match, cast)
            if why is not None:
                if trace is not None:
                    trace.append(f"  refused  {pattern.entry.rule} at “{token.text}”: {why}")
            elif best is None or _specific(match) > _specific(best):
                best = match
    if best is not None and word == "noun":
        best.carrier, best.reversed = carrier(token)
    return best


def carrier(noun: Token) -> tuple[Token | None, bool]:
    """Return the light verb that carries an event noun, and whether its subject is the noun's target."""
    head, prep = noun.head, ""
    if noun.dep_ == "conj":
        return carrier(noun.head) if noun.head.pos_ == "NOUN" and noun.head.dep_ != "conj" else (None, False)
    if noun.dep_ == "pobj":
        prep, head = head.lower_, head.head
    elif noun.dep_ == "attr" or noun.dep_ not in ("dobj", "nsubjpass"):
        return None, False
    if head.pos_ not in ("VERB", "AUX"):
        return None, False
    light = grammar()["light"]
    key = f"{head.lemma_} {prep}" if prep else head.lemma_
    if key in light["straight"] or key in light["absent"] or key in light["ongoing"]:
        return head, False
    return (head, True) if key in light["reversed"] else (None, False)
