"""Which entry of the lexicon a word makes true, if any: words, then restrictions, then the most specific."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from ranke.reading.events.carriers import carried_after, carrier
from ranke.reading.events.frames import child
from ranke.reading.events.lexicon import Lexicon, Pattern, refused
from ranke.reading.events.matched import Match, is_other_compound, lemmas, word_classes
from ranke.reading.events.phrases import will_not
from ranke.reading.events.refusals import refusal
from ranke.reading.parts import Cast, Trace
from ranke.reading.words import words_of

_BELOW = {
    "prt", "prep", "dobj", "pobj", "acomp", "advmod", "oprd", "attr", "dative", "agent", "xcomp", "amod", "npadvmod",
    "nsubjpass", "pcomp", "compound", "dep", "advcl", "nmod", "ccomp", "intj", "neg", "det",
}  # fmt: skip
_GIVING = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}


def _follow(token: Token, words: tuple[str, ...]) -> list[Token] | None:
    """Return the token and those that stand for the further words of a pattern, each below one found before."""
    doc, found = token.doc, [token]
    parsed = words_of(doc)
    for word in words:
        hit = next(
            (
                below
                for node in reversed(found)
                for below in _reach(node)
                if parsed.lower[below] == word or parsed.lemma[below].lower() == word
            ),
            None,
        )
        if hit is None:
            return None
        found.append(doc[hit])
    return found


def _reach(node: Token) -> Iterator[int]:
    """Yield the places of a pattern's next word: below the node, or right of its object ("suspect him of")."""
    doc, parsed = node.doc, words_of(node.doc)
    dep, tag = parsed.dep, parsed.tag
    for i in parsed.below[node.i]:
        if dep[i] in _BELOW and not (dep[i] == "prep" and _is_time_phrase(doc[i])):
            yield i
        if dep[i] in ("xcomp", "ccomp", "advcl"):
            lefts = (mark for mark in parsed.below[i] if mark < i)
            yield from (mark for mark in lefts if tag[mark] in ("TO", "MD") or dep[mark] == "mark")
    for i in parsed.below[node.i]:
        if dep[i] in ("dobj", "ccomp"):
            yield from (deeper for deeper in parsed.below[i] if deeper > i and dep[deeper] in _BELOW)
        elif dep[i] == "dative":
            # "granted X a pardon": the second object hung on the first by the parser.
            things = (deeper for deeper in parsed.below[i] if deeper > i and dep[deeper] == "appos")
            yield from (thing for thing in things if doc[thing].is_lower)


def _is_time_phrase(prep: Token) -> bool:
    """Whether a preposition only says when: "called on Friday" is no "call on"; "gave him until Friday" sets a term."""
    held = child(prep, "pobj")
    return held is not None and held.ent_type_ in ("DATE", "TIME") and prep.lower_ not in ("until", "till")


def _words_of(pattern: Pattern, token: Token, near: frozenset[str]) -> list[Token] | None:
    """Return the tokens of a pattern's words; `near` are the words within reach of the token, for a quick no."""
    words = pattern.words
    if len(words) == 1:
        return None if pattern.word == "noun" and is_other_compound(token) else [token]
    if pattern.word != "noun" or words[0] in lemmas(token):
        return _follow(token, words[1:]) if words[1] in near else None
    if token.i < len(words) - 1:
        return None
    run = [token.doc[token.i - back] for back in range(len(words) - 1, 0, -1)]
    if all(word in lemmas(before) for word, before in zip(words, run, strict=False)):
        return [*run, token]
    return None


def _specific(match: Match) -> tuple[int, int, float]:
    entry = match.pattern.entry
    limits = sum(
        map(bool, (entry.object, entry.subject, entry.predicate, entry.clause == "required", entry.object_actor))
    )
    return (len(match.tokens), limits, entry.weight)


def _patterns_at(token: Token, lexicon: Lexicon) -> list[Pattern]:
    classes = word_classes(token)
    forms = lemmas(token) if classes else ()
    return [pattern for word in classes for form in forms for pattern in lexicon.patterns.get((word, form), ())]


def best_match(token: Token, lexicon: Lexicon, cast: Cast, trace: Trace | None = None) -> Match | None:
    """Return the most specific entry that holds at this token, or None.

    Longer patterns go before shorter, restricted entries before open ones, surer ones before less sure.
    `trace`, where given, gets a line for each entry whose words matched and which was refused.
    """
    best: Match | None = None
    patterns = _patterns_at(token, lexicon)
    if not patterns:
        return None
    several = any(len(pattern.words) > 1 for pattern in patterns)
    parsed = words_of(token.doc)
    reach = list(_reach(token)) if several else ()
    near = frozenset(word for i in reach for word in (parsed.lower[i], parsed.lemma[i].lower()))
    for pattern in patterns:
        words = _words_of(pattern, token, near)
        if words is None:
            continue
        match = Match(pattern, token, words)
        why = refusal(match, cast)
        if why is not None:
            if trace is not None:
                trace.append((token.i, f"  refused  {pattern.entry.rule} at “{token.text}”: {why}"))
        elif best is None or _specific(match) > _specific(best):
            best = match
    if best is not None and best.pattern.word == "noun":
        best.carrier, best.reversed = carrier(token)
        if best.carrier is None:
            best.carrier = carried_after(token)
    elif best is not None and best.pattern.entry.type in _GIVING and not _says_no(best) and will_not(token):
        best.pattern = replace(best.pattern, entry=refused(best.pattern.entry))
    return best


def _says_no(match: Match) -> bool:
    """Whether the pattern itself holds the "not": "will not seek another term" is a way of giving way."""
    return "not" in match.pattern.words or "never" in match.pattern.words
