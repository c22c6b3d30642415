"""Which entry of the lexicon a word makes true, if any: words, then restrictions, then the most specific."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.tokens import Token

from ranke.reading.events.frames import (
    child,
    clause_of,
    complement_subject,
    direct_object,
    is_passive,
    prep_objects,
    subject,
)
from ranke.reading.events.lexicon import Lexicon, Pattern, Word, refused
from ranke.reading.events.phrases import counted, epithet, predicates, told_class, will_not
from ranke.reading.events.status import grammar
from ranke.reading.parts import Cast, Trace
from ranke.reading.words import words_of

_BELOW = {
    "prt", "prep", "dobj", "pobj", "acomp", "advmod", "oprd", "attr", "dative", "agent", "xcomp", "amod", "npadvmod",
    "nsubjpass", "pcomp", "compound", "dep", "advcl", "nmod", "ccomp", "intj", "neg", "det",
}  # fmt: skip


_IRREGULAR = {
    "overran": "overrun", "overthrew": "overthrow", "overthrown": "overthrow", "forgave": "forgive",
    "forgiven": "forgive", "retook": "retake", "retaken": "retake", "withheld": "withhold", "upheld": "uphold",
    "withstood": "withstand", "rebuilt": "rebuild", "undertook": "undertake", "misled": "mislead",
    "readmitted": "readmit", "overrode": "override", "overridden": "override", "forbade": "forbid",
    "forbidden": "forbid",
}  # fmt: skip
BEGINNING = frozenset({"VERB", "AUX", "NOUN", "ADJ"})
"""Parts of speech of the words that an entry may begin at."""
_PREDICATIVE = ("acomp", "attr", "ROOT", "conj", "oprd", "amod", "ccomp", "acl", "advcl")


@dataclass(slots=True)
class Match:
    """An entry that holds at a token; `tokens` are all words of its pattern, `carrier` the light verb over a noun."""

    pattern: Pattern
    token: Token
    tokens: list[Token]
    carrier: Token | None = None
    reversed: bool = False


def word_classes(token: Token) -> tuple[Word, ...]:
    """Return which parts of the lexicon a token can begin; a participle may be a verb or an adjective."""
    pos = token.pos_
    if pos not in BEGINNING or token.dep_ in ("aux", "auxpass", "punct", "det"):
        return ()
    if pos == "NOUN":
        return ("noun",)
    if pos == "ADJ":
        return ("adjective",) if token.dep_ in _PREDICATIVE else ()
    return ("verb", "adjective") if token.tag_ in ("VBN", "VBG") else ("verb",)


def lemmas(token: Token) -> tuple[str, ...]:
    """Return the forms under which a token may stand in the lexicon, best first.

    The lemmatizer undoes endings wrongly at times ("staged" → "stag", "fines" → "fin"), so verbs get the plain ways
    too.
    """
    parsed, i = words_of(token.doc), token.i
    return _forms(parsed.lemma[i], parsed.lower[i], parsed.tag[i])


@lru_cache(maxsize=4096)
def _forms(lemma: str, lower: str, tag: str) -> tuple[str, ...]:
    forms = [lemma.lower(), lower]
    if tag in ("VBD", "VBN") and lower.endswith("ed"):
        forms += [lower[:-1], lower[:-2]]
    elif tag == "VBG" and lower.endswith("ing"):
        forms += [lower[:-3], lower[:-3] + "e"]
    elif tag == "VBZ" and lower.endswith("s"):
        forms += [lower[:-1]]
    if lower in _IRREGULAR:
        forms.append(_IRREGULAR[lower])
    return tuple(dict.fromkeys(forms))


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
        return None if pattern.word == "noun" and _other_compound(token) else [token]
    if pattern.word != "noun" or words[0] in lemmas(token):
        return _follow(token, words[1:]) if words[1] in near else None
    if token.i < len(words) - 1:
        return None
    run = [token.doc[token.i - back] for back in range(len(words) - 1, 0, -1)]
    if all(word in lemmas(before) for word, before in zip(words, run, strict=False)):
        return [*run, token]
    return None


def _other_compound(noun: Token) -> bool:
    """Whether the words around make another thing of an event noun: "heart attack", "appeals court", "riot police"."""
    words = grammar()["compound"]
    if noun.dep_ == "compound":
        after = noun.doc[noun.i + 1].lemma_.lower() if noun.i + 1 < len(noun.doc) else ""
        if noun.head.lemma_.lower() in words["sorted"] or f"{noun.lower_} {after}" in words["before"]:
            return True
    return noun.i > 0 and f"{noun.doc[noun.i - 1].lower_} {noun.lemma_.lower()}" in words["other"]


def _heads(tokens: list[Token]) -> set[str]:
    """Return what a restriction may name: the lemmas, what they count, and the classes that the text itself tells."""
    names = {word for token in tokens for word in lemmas(token)}
    return names | {told_class(token) for token in tokens}


def _objects(match: Match) -> list[Token]:
    """Return the heads that a restriction on the object speaks of: the object, else what the prepositions hold."""
    token = match.token
    if match.pattern.word != "verb":
        return [held for _, held in prep_objects(token)]
    found = direct_object(token)
    nodes = [node for node in match.tokens if node.dep_ in ("prep", "prt", "agent")]
    held = [pobj for node in nodes for pobj in [child(node, "pobj")] if pobj is not None]
    entry = match.pattern.entry
    if found is not None and found.lower_ == "it" and entry.object and entry.type in _DECIDED:
        held += _pointed_at(found, entry.object)
    if found is not None and found not in match.tokens:
        held.append(found)
    if found is None:
        held += [pobj for _, pobj in prep_objects(token)]
    actor = complement_subject(token)
    if actor is not None:
        held.append(actor)
    heads = [one for head in held for one in counted(head)]
    return [other for one in heads for other in (one, *one.conjuncts) if not _other_compound(other)]


_POINTED = 25
"""Tokens before "it" in which the thing is looked for that it may stand for."""
_DECIDED = ("CONCEDE", "REJECT", "COERCE", "SANCTION", "RETREAT")
"""Types of acts upon a thing named before: "imposed a curfew and lifted it"."""


def _pointed_at(pronoun: Token, wanted: frozenset[str]) -> list[Token]:
    """Return the nearest thing before "it" that an entry may speak of: "imposed a curfew and lifted it"."""
    parsed = words_of(pronoun.doc)
    for i in range(pronoun.i - 1, max(pronoun.i - _POINTED, 0) - 1, -1):
        if parsed.tag[i] == "NN" and parsed.lemma[i].lower() in wanted:
            return [pronoun.doc[i]]
    return []


_GIVING = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}


def _somebody_does(match: Match, agent: Token | None, cast: Cast) -> bool:
    """Whether an actor is or may be the doer; in "residents were asked to leave" whoever is spoken to is enough."""
    if cast.of(agent) or (agent is not None and agent.pos_ in ("PRON", "PROPN")):
        return True
    spoken = agent is None and match.pattern.entry.clause == "required" and is_passive(match.token)
    return spoken and bool(cast.of(direct_object(match.token)))


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
        names = _heads(list(counted(agent))) if agent is not None else set()
        if entry.subject and not names & entry.subject:
            return f"its subject is none of {', '.join(sorted(entry.subject)[:6])} …"
        if names & entry.not_subject:
            return f"another sense with {', '.join(sorted(names & entry.not_subject))} as subject"
        if entry.subject_actor and not _somebody_does(match, agent, cast):
            return "its subject is no actor"
    if entry.predicate and is_verb and not (_heads(predicates(token)) | epithet(token)) & entry.predicate:
        return "what it says is none of its words"
    return _clause_refused(token, entry.clause) if entry.clause and is_verb else None


def _clause_refused(verb: Token, wanted: str) -> str | None:
    """Return why a verb's clause, or what it calls somebody, does not suit an entry, or None where it does."""
    there = clause_of(verb) is not None
    if wanted == "required":
        return None if there else "it needs a clause"
    if there:
        return "not with a clause"
    return "not with what somebody is called" if child(verb, "oprd") is not None else None


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


def carried_after(noun: Token) -> Token | None:
    """Return the participle of a light verb that carries a noun before it: "the sanctions imposed on X by Y"."""
    verb = child(noun, "acl")
    if verb is None or verb.tag_ != "VBN" or verb.i < noun.i or not is_passive(verb):
        return None
    light = grammar()["light"]["straight"]
    return verb if any(lemma in light for lemma in lemmas(verb)) else None


def _is_given(noun: Token) -> bool:
    """Whether a noun names what others give him who has it: "has the support of X", "won praise from X"."""
    return (
        noun.lemma_.lower() in grammar()["light"]["gifts"]
        and next(prep_objects(noun, ("of", "from")), None) is not None
    )


def measured(noun: Token) -> Token:
    """Return the noun that only counts an act: "another round of talks", "a series of raids"; else the noun itself."""
    above = noun.head.head
    counted = noun.dep_ == "pobj" and noun.head.lower_ == "of" and above.pos_ == "NOUN"
    return above if counted and above.lemma_.lower() in grammar()["light"]["measures"] else noun


def carrier(noun: Token) -> tuple[Token | None, bool]:
    """Return the light verb that carries an event noun, and whether its subject is the noun's target."""
    place = measured(noun)
    head, link = place.head, ""
    if place.dep_ == "conj":
        return carrier(head) if head.pos_ == "NOUN" and head.dep_ != "conj" else (None, False)
    if place.dep_ == "pobj":
        link, head = head.lower_, head.head
    elif place.dep_ not in ("dobj", "nsubjpass"):
        return None, False
    meeting = noun.lemma_.lower() in grammar()["state"]["meeting"]
    if meeting and head.dep_ == "acomp" and head.head.pos_ == "AUX" and link == "for":
        head = head.head  # "is due in Oslo for talks"
    if head.pos_ not in ("VERB", "AUX"):
        return None, False
    particle = child(head, "prt")
    tail = [word for word in (particle.lower_ if particle is not None else "", link) if word]
    light = grammar()["light"]
    for lemma in lemmas(head):
        key = " ".join([lemma, *tail])
        if key in light["gained"] and _is_given(noun):
            return head, True
        if key in light["straight"] or key in light["absent"] or key in light["ongoing"]:
            return head, False
        if meeting and key in light["meeting"]:
            return head, False
        if key in light["reversed"]:
            return head, True
    return None, False
