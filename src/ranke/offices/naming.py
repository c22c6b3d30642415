"""The names in a description: countries and bodies of the tables, whose somebody is, and the name of a person."""

from ranke.offices.drafts import WORDS, Draft, Spot
from ranke.offices.lookups import Known, fold, match_at
from ranke.offices.names import fold as fold_name
from ranke.offices.nouns import find_nouns, is_body_word
from ranke.offices.people import LONGEST, by_surname, find_person, full_names
from ranke.offices.titles import is_code
from ranke.offices.whereabouts import find_place

_NAMES = 2
"""Words of a person's name after which a body's short name is a surname."""


def find_owner(of: Draft) -> None:
    """Take the country of somebody known whom the one meant belongs to: "Putin's spokesman"."""
    j = next((i + 1 for i in range(of.end - 1) if of.words[i].owns and of.words[i].capital), 0)
    for i in range(j):
        name = of.name(i, j)
        if match_at(fold(name), 0) or not of.words[i].capital:
            continue
        person = find_person(name, of.offices) if j - i > 1 else by_surname(name)
        if person is not None:
            held = [row.holder for row in of.offices.of_person(name) if is_code(row.holder)]
            of.parts.country = person.country or (held[-1] if held else "")
            of.take(i, j)
            return


def find_known_person(of: Draft) -> None:
    """Find a person of the tables by the full name."""
    for i in range(of.end):
        if not of.words[i].capital:
            continue
        for j in range(min(of.end, i + LONGEST), i + 1, -1):
            if any(word.owns for word in of.words[i : j - 1]) or not of.words[j - 1].capital:
                continue
            name = of.name(i, j)
            if (fold_name(name) in full_names() or of.offices.of_person(name)) and not match_at(fold(name), 0):
                of.parts.person, of.parts.name, of.person = find_person(name, of.offices), name, (i, j)
                of.take(i, j)
                return


def find_spots(of: Draft) -> None:
    """Find the countries and bodies named, in order, none overlapping."""
    i = 0
    while i < of.end:
        match = None if of.taken[i] else match_at(of.text, of.words[i].start)
        if match is None:
            i += 1
            continue
        end, known = match
        j = i
        while j < len(of.words) and of.words[j].start < end:
            j += 1
        if any(of.taken[i:j]):
            i += 1
            continue
        role = _role(of, j, end)
        if role != "who" or not (_bears(of, i, j, known) or _ends_name(of, i, j, known)):
            of.spots.append(Spot(i, j, known, role))
            of.take(i, j)
        i = j


def _role(of: Draft, j: int, end: int) -> str:
    """Return what a name tells, by what a hyphen binds to it or by the word after it."""
    last = of.words[j - 1]
    tail = last.text[max(end - last.start, 0) :].lstrip("-–").lower()
    if tail:
        return "tied" if tail in WORDS["foreign"] else "seated" if tail in WORDS["seated"] else "who"
    after = of.words[j].lower if j < len(of.words) else ""
    return "tied" if after in WORDS["foreign"] and after != "armed" else "who"


def _bears(of: Draft, start: int, end: int, known: Known) -> bool:
    """Whether a country's or town's name is somebody's first name: "Jordan Hale"."""
    if known.sort not in ("country", "capital") or end - start > 1 or of.words[start].owns or end >= of.end:
        return False
    after = of.words[end]
    rest = [word.lower for word in of.words[end : of.end]]
    return after.capital and not after.text.isupper() and not find_nouns(rest) and not any(map(is_body_word, rest))


def _ends_name(of: Draft, start: int, end: int, known: Known) -> bool:
    """Whether a body's short name is a surname here: it stands after two names of a person."""
    if known.sort != "organization" or end - start > 1 or start < _NAMES or end < of.end:
        return False
    before = [word.lower for word in of.words[:start]]
    plain = all(of.words[i].capital and not of.taken[i] for i in range(start))
    return plain and not find_nouns(before) and not any(map(is_body_word, before))


def name_person(of: Draft) -> None:
    """Take what stands after a title in capitals, or alone, for a person's name; alone only if somebody bears it."""
    if of.person is not None:
        return
    titled = max((noun.end for noun in of.nouns if noun.end <= of.split and noun.kind == "person"), default=0)
    if not titled and (of.nouns or of.spots):
        return
    start, stop = _stretch(of, titled)
    words = of.words[start:stop]
    if not words or is_body_word(words[-1].lower):
        return
    name = of.name(start, stop)
    person = find_person(name, of.offices) if len(words) > 1 else by_surname(name) if not titled else None
    if not titled:
        known = person is not None or (len(words) == 1 and _is_surname(of, name))
        if stop < of.end or not known:
            return
    of.parts.person, of.parts.name, of.person = person, name, (start, stop)
    of.take(start, stop)


def _is_surname(of: Draft, name: str) -> bool:
    """Whether somebody in the tables of holders has a surname that is no place's name."""
    return bool(of.offices.called(fold_name(name))) and find_place(name) is None


def _stretch(of: Draft, titled: int) -> tuple[int, int]:
    """Return where a person's name may stand: after the title, or after the country or body that follows it."""
    starts = [titled, *(spot.end for spot in of.spots if titled and spot.end > titled)]
    start = next((i for i in starts if i < of.end and of.words[i].capital and not of.taken[i]), of.end)
    if titled and start < of.end and of.words[start].lower.rstrip(".") in WORDS["address"]:
        start += 1
    stop = start
    while stop < of.end and not of.taken[stop] and _in_name(of, stop):
        stop += 1
    return start, stop


def _in_name(of: Draft, i: int) -> bool:
    word = of.words[i]
    return word.capital or word.lower in WORDS["particles"] or word.lower in WORDS["after"]
