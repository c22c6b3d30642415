"""An entry of the lexicon that holds at a token, and the forms under which a token stands in the lexicon."""

from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from ranke.reading.events.lexicon import Pattern, Word
from ranke.reading.events.status import grammar
from ranke.reading.words import words_of

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


def is_other_compound(noun: Token) -> bool:
    """Whether the words around make another thing of an event noun: "heart attack", "appeals court", "riot police"."""
    words = grammar()["compound"]
    if noun.dep_ == "compound":
        after = noun.doc[noun.i + 1].lemma_.lower() if noun.i + 1 < len(noun.doc) else ""
        if noun.head.lemma_.lower() in words["sorted"] or f"{noun.lower_} {after}" in words["before"]:
            return True
    return noun.i > 0 and f"{noun.doc[noun.i - 1].lower_} {noun.lemma_.lower()}" in words["other"]
