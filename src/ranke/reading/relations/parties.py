"""Between whom: the two parties of a noun like "relations", by the words around it or by what was last spoken of."""

from collections.abc import Iterable
from itertools import product

from spacy.tokens import Doc, Token

from ranke.reading.events.frames import child, prep_objects, subject, with_conjuncts
from ranke.reading.parts import Cast
from ranke.reading.relations.repairs import hidden_subject, hidden_verb
from ranke.reading.relations.table import table
from ranke.reading.relations.voices import Voices

Pair = tuple[str, str]

_BETWEEN = ("between", "among")
_WITH = ("with", "to", "toward", "towards")
_OURS = {"our", "my"}
_POINTING = {"this", "that", "these", "those", "such", "the", "their"}
_THIS = {"this", "these", "such"}
_MODIFIERS = ("ADJ", "PROPN", "NOUN", "PUNCT", "SYM", "X", "ADV")
_JOINTS = {"-", "–", "—", "/", "‑"}
_BOTH = 2
_PAIR = {"two", "them", "both", "sides", "countries", "nations", "neighbours", "neighbors", "parties", "capitals"}
_REACH = 8
"""Tokens before a noun in which the two names of "US-Chinese trade relations" may stand."""
_MOST = 4
"""Pairs that one noun may join: "both countries' ties with Iran and Russia"."""
_FARTHEST = 300
"""Tokens over which "this relationship" may point back, in a text without paragraphs."""


class Parties:
    """The pairs that the nouns of a report join, asked in the order of the text.

    Remembers the last pair spoken of, which "this relationship" means in the same paragraph and the next.

    Args:
        doc: The parsed text.
        cast: Who is meant where.
        voices: Who says what, for "our ties with Iran".
    """

    def __init__(self, doc: Doc, cast: Cast, voices: Voices) -> None:
        self._doc = doc
        self._cast = cast
        self._voices = voices
        self._last: tuple[int, list[Pair]] | None = None

    def of(self, noun: Token) -> list[Pair]:
        """Return the pairs that a noun joins; none where one party can't be told."""
        verb = _verb_of(noun)
        owners, others = self._owners(noun, verb), self._others(noun, verb)
        between = self._between(noun, verb)
        if between is not None:
            pairs = _two(between) or ([] if between else self._between_two(noun))
        elif others:
            pairs = self._paired(owners or self._first_party(noun, verb, others), others)
        elif len(owners) == _BOTH:
            pairs = _two(owners)
        elif any(True for _ in prep_objects(noun, _WITH)):
            pairs = []  # with somebody who is no actor
        else:
            pairs = self._pointed(noun, verb, owners)
        return self._kept(noun, pairs)

    def joined(self, at: Token, ours: tuple[str, ...], theirs: tuple[str, ...]) -> list[Pair]:
        """Return the pairs of two sides that a verb joins; of one side with two members, these two."""
        return self._kept(at, self._paired(ours, theirs) if theirs else _two(ours))

    def _kept(self, at: Token, pairs: list[Pair]) -> list[Pair]:
        """Return pairs of two different parties, and remember them."""
        stood = [(self._voices.party(one), self._voices.party(other)) for one, other in pairs]
        found = [pair for pair in dict.fromkeys(stood) if pair[0] != pair[1]]
        if found:
            self._last = (at.i, found)
        return found

    def named(self, token: Token | None) -> tuple[str, ...]:
        """Return the actors meant by a noun and what is coordinated with it; nobody for a thing that somebody owns."""
        if token is None:
            return ()
        ids: list[str] = []
        for one in with_conjuncts(token):
            if one.lemma_ in table().words["kin"]:
                return ()
            ids += [found for found in self._cast.of(one) or self._through(one) if found not in ids]
        return tuple(ids)

    def _through(self, token: Token) -> tuple[str, ...]:
        """Return who stands after "of" in a name that the parser took apart ("the Republic of …")."""
        if token.pos_ != "PROPN":
            return ()
        for node in (token, child(token, "appos")):
            for _, held in prep_objects(node, ("of",)) if node is not None else ():
                if found := self._cast.of(held):
                    return found
        return ()

    def _paired(self, ours: Iterable[str], theirs: Iterable[str]) -> list[Pair]:
        pairs = [(one, other) for one, other in product(ours, theirs) if one != other]
        return pairs if len(pairs) <= _MOST else []

    def _between(self, noun: Token, verb: Token | None) -> tuple[str, ...] | None:
        """Return everybody after "between", or null where there is no "between"."""
        for node in (noun, verb):
            if node is not None:
                for _, held in prep_objects(node, _BETWEEN):
                    return self.named(held)
        return None

    def _between_two(self, noun: Token) -> list[Pair]:
        """Return whom "between the two" means, where nobody knows it by the words."""
        if any(held.lower_ in _PAIR for _, held in prep_objects(noun, _BETWEEN)):
            return self._recent(noun)
        return []

    def _others(self, noun: Token, verb: Token | None) -> tuple[str, ...]:
        """Return who stands after "with" or "to", below the noun or, with "with", below its verb."""
        for _, held in prep_objects(noun, _WITH):
            if found := self.named(held):
                return found
        if verb is not None and noun.dep_ in ("dobj", "nsubjpass"):
            for _, held in prep_objects(verb, ("with",)):
                if held.i > noun.i or noun.dep_ == "nsubjpass":
                    return self.named(held)
        return ()

    def _owners(self, noun: Token, verb: Token | None) -> tuple[str, ...]:
        """Return whose relation it is said to be: "Iran's", "our", "of Iran", "Iran-Iraq"."""
        owner = child(noun, "poss")
        if owner is not None:
            if owner.lower_ in _OURS:
                speaker = self._voices.speaker(owner.idx)
                if speaker is None:
                    return ()
                return (speaker,) if owner.lower_ == "my" else (self._voices.body(speaker),)
            if found := self.named(owner):
                # "A and B mended their rift", where "their" was taken for one of them only.
                doers = self._subject(verb, noun) if owner.lower_ == "their" else ()
                return doers if len(doers) > 1 and set(found) <= set(doers) else found
        for _, held in prep_objects(noun, ("of",)):
            found = self.named(held)
            # "the feud of two clans", "the relations of Iran with Iraq"; "distrust of Iran" is not Iran's.
            if len(found) > 1 or (found and any(True for _ in prep_objects(noun, _WITH))):
                return found
        return self._modifiers(noun)

    def _modifiers(self, noun: Token) -> tuple[str, ...]:
        """Return the actors in the words right before a noun: both of "Iran-Iraq relations", one of "Iranian ties"."""
        ids: list[str] = []
        joint = False
        for i in range(noun.i - 1, max(noun.i - _REACH, noun.sent.start) - 1, -1):
            token = self._doc[i]
            if token.pos_ not in _MODIFIERS and token.lower_ not in _JOINTS:
                break
            if token.text in (",", ";", "(", ")", '"', "”", "“"):
                break
            joint = joint or token.text in _JOINTS
            found = self._cast.of(token) or self._prefix(token)
            ids += [one for one in reversed(found) if one not in ids]
        # Without a hyphen the nearest name alone counts.
        return tuple(reversed(ids)) if joint else tuple(ids[:1])

    def _prefix(self, token: Token) -> tuple[str, ...]:
        """Return the country of "Sino" in "Sino-Russian", if the report names it."""
        code = table().prefixes.get(token.lower_)
        if code is None:
            return ()
        meant = (one.id for one in self._cast.actors.values() if one.kind == "country" and one.country == code)
        return tuple(meant)[:1]

    def _first_party(self, noun: Token, verb: Token | None, others: tuple[str, ...]) -> tuple[str, ...]:
        """Return who has a relation "with Iran": the clause's subject, who was spoken of with Iran, or who speaks."""
        if noun.dep_ in ("dobj", "pobj", "attr", "conj") or hidden_subject(noun) is not None:
            found = self._subject(verb, noun)
            if found:
                return self._bodies(found, others)
        for one, other in self._recent(noun):
            if other in others or one in others:
                return (one if other in others else other,)
        speaker = self._voices.speaker(noun.idx)
        if speaker is not None and verb is not None and noun.dep_ in ("nsubj", "nsubjpass"):
            body = self._voices.body(speaker)
            return (body,) if self._voices.is_body(body) else ()
        return ()

    def _subject(self, verb: Token | None, noun: Token) -> tuple[str, ...]:
        doer = hidden_subject(noun) or (subject(verb) if verb is not None else None)
        if doer is None or doer.lower_ == "one":
            return ()
        if doer.lower_ == "we":
            speaker = self._voices.speaker(doer.idx)
            return (self._voices.body(speaker),) if speaker is not None else ()
        found = self.named(doer)
        owner = child(doer, "poss") if not found and doer.pos_ == "NOUN" else None
        # "Turkey's purchase strained relations with …": Turkey's relations.
        return tuple(one for one in self.named(owner) if self._voices.is_body(one)) or found

    def _bodies(self, ours: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
        """Return for whom officials act where the other party is a country or a body."""
        if not all(self._voices.is_body(one) for one in others):
            return ours
        return tuple(dict.fromkeys(self._voices.body(one) for one in ours))

    def _pointed(self, noun: Token, verb: Token | None, owners: tuple[str, ...]) -> list[Pair]:
        """Return whom "this relationship", "their ties" or bare "relations" means, by what was last spoken of."""
        direct = noun.dep_ == "dobj" or hidden_subject(noun) is not None
        doers = self._subject(verb, noun) if direct else ()
        if not owners and len(doers) == _BOTH:
            return _two(doers)
        if len(owners) == 1 and len(doers) == 1 and owners != doers and child(noun, "poss") is None:
            return [(doers[0], owners[0])]
        recent = self._recent(noun)
        if owners or doers:
            # Who is named has to be one of the two.
            return [pair for pair in recent if set(owners or doers) <= set(pair)]
        before = [below for below in noun.lefts if below.dep_ in ("det", "poss", "amod", "compound")]
        pointing = any(one.lower_ in _POINTING or one.lemma_ in table().words["mutual"] for one in before)
        both = any(one.dep_ == "poss" and one.lower_ not in _OURS for one in before)
        subjects = ("nsubj", "nsubjpass")
        bare = not any(one.dep_ in ("det", "poss", "compound") for one in before) and noun.dep_ in subjects
        return recent if pointing or both or bare else []

    def _recent(self, noun: Token) -> list[Pair]:
        """Return the pairs last spoken of in this paragraph or the one before."""
        if self._last is None:
            return []
        place, pairs = self._last
        breaks = 0
        for i in range(noun.i - 1, max(place, noun.i - _FARTHEST), -1):
            token = self._doc[i]
            breaks += token.is_space and "\n" in token.text
        return pairs if breaks <= 1 and noun.i - place <= _FARTHEST else []


def _two(ids: tuple[str, ...]) -> list[Pair]:
    """Return these two as a pair; no pair where they are more or fewer."""
    return [(ids[0], ids[1])] if len(ids) == _BOTH else []


def points_back(noun: Token) -> bool:
    """Whether a noun is "this relationship"."""
    return any(below.dep_ == "det" and below.lower_ in _THIS for below in noun.lefts)


def _verb_of(noun: Token) -> Token | None:
    """Return the verb of which a noun is subject, object or part of its complement."""
    if (hidden := hidden_verb(noun)) is not None:
        return hidden
    node = noun
    while node.dep_ == "conj" and node.head.pos_ in ("NOUN", "PROPN"):
        node = node.head
    if node.head.pos_ in ("VERB", "AUX"):
        return node.head
    if node.dep_ == "pobj":
        above = node.head.head
        if above.pos_ in ("VERB", "AUX"):
            return above
        if above.dep_ in ("dobj", "attr") and above.head.pos_ in ("VERB", "AUX"):
            return above.head
    return None
