"""Names of sets of people: troops, protesters, a people, and all the unnamed who differ from report to report."""

import re
from dataclasses import dataclass

from ranke.offices.names import fold
from ranke.offices.polities import countries_in, without
from ranke.record.actors.bodies import FILLER, SAME, generic, known, own_words
from ranke.tables import read_toml

_TABLE = read_toml("ranke", "record/actors/bodies.toml")
_COUNTS = frozenset(_TABLE["counts"].split())
_NUMBERS = frozenset(_TABLE["numbers"].split())
_UNNAMED = frozenset(_TABLE["unnamed"].split())
_ENDURING = frozenset(_TABLE["enduring"])
_HEADS = {phrase: key for key, phrases in _TABLE["heads"].items() for phrase in phrases}

_TAIL = re.compile(r"\b(?:in|of|from|at|for|who|that|with|near|around|against|inside|by|on|to|across|within|under)\b")
_PROPER = re.compile(r"(?:[Tt]he )?[^\W\d_a-z][\w.'’-]*(?: (?:of|for|and|the|de|al|[^\W\d_a-z][\w.'’-]*))+")
"""Words written as a name of their own, each with a capital."""
_CROWDS = frozenset({"protesters", "refugees"})
"""Sets that stay themselves however many of them a report counts: "thousands of protesters"."""


@dataclass(frozen=True, slots=True)
class People:
    """What a set of people is known by: who they are, in one key, and whether they stay the same over the years."""

    key: str
    enduring: bool


def organization_of_set(name: str, country: str) -> bool:
    """Whether a set of people is a body by its name: "Taliban", "Syrian government forces"."""
    text = fold(name)
    if known(text, country):
        return True
    core = own_words(text, country)
    if core not in _HEADS and " " in core and not generic(core) and _PROPER.fullmatch(name.strip()):
        return True
    return core != "forces" and SAME.get(core) in ("army", "police", "navy", "air force", "security forces")


def people(name: str, country: str) -> People | None:
    """Return what a set of people is known by, or None for the unnamed, who differ from report to report."""
    told = fold(name).split()
    text = " ".join(word for word in told if word not in _COUNTS and not word[0].isdigit())
    if country and text and not without(text, country):
        return People("people", enduring=True) if text == " ".join(told) else None
    core = own_words(text, country)
    counted = any(word in _NUMBERS or word[0].isdigit() for word in told)
    if core in _HEADS:
        head, rest = _HEADS[core], ""
    else:
        before = _TAIL.split(core, maxsplit=1)[0].strip() or core
        head, used = _head(before)
        rest = core.replace(used, "", 1)
    if not head or (head in _UNNAMED and head not in _ENDURING):
        return None
    extra = sorted({word for word in rest.split() if word not in FILLER and not _TAIL.fullmatch(word)})
    if head in _ENDURING and (extra or not country or text == core):
        return None
    if counted and head not in _CROWDS:
        return None
    if not country and not countries_in(core) and not any(known(word, "") for word in extra):
        return None
    return People(" ".join([head, *extra]), enduring=head in _ENDURING)


def _head(phrase: str) -> tuple[str, str]:
    """Return the head of a phrase in its usual word, and the words in the phrase that it is."""
    words = phrase.split()
    for start in range(len(words)):
        tail = " ".join(words[start:])
        if tail in _HEADS:
            return _HEADS[tail], tail
    return (words[-1], words[-1]) if words else ("", "")
