"""Where to look for signatures of one actor, and which of those found can be one: weak links, settled by `identity`."""

from collections.abc import Iterator

from ranke.offices.names import NUMERALS
from ranke.record.actors.bodies import named
from ranke.record.actors.offices import TOP, Office
from ranke.record.actors.persons import Words, common, first, ruler, same_name, single, sounds, surnames
from ranke.record.actors.signatures import Signature

DELEGATION = "delegation"
_TERMS = 1
"""Half-years between two reports of one office in which its holder is taken to be the same."""


def words_of(node: Signature) -> Words:
    """Return the words of a person's name."""
    return tuple(node.names[0].split()) if node.names else ()


def keys(node: Signature) -> tuple[str, ...]:
    """Return the keys under which a signature is found: two that can be one actor share at least one."""
    if node.own:
        return ()
    if node.kind == "person":
        return tuple(sorted(set(_person_keys(node))))
    if node.kind == "group":
        base = f"g:{DELEGATION if sent(node) else node.names[0]}:{node.country}"
        return (f"{base}:{node.period}", f"{base}:{node.period + 1}") if node.period else (base,)
    if node.kind == "country":
        return tuple(f"c:{name}" for name in node.names)
    return tuple(f"b:{name}" if named(name) else f"b:{name}:{node.country}" for name in node.names)


def _person_keys(node: Signature) -> Iterator[str]:
    words = words_of(node)
    alone = single(words)
    if ruler(words) or (words[-1:] and words[-1] in NUMERALS):
        yield f"r:{sounds((alone or words[-2],))[0]}:{node.country}"
    if alone and not common(words):
        yield f"s:{sounds((alone,))[0]}:{node.country}"
    elif words and not alone:
        given, plain = first(words), common(words)
        for word in surnames(words):
            if plain and node.country:
                yield f"p:{given}|{sounds((words[0], word))[1]}:{node.country}"
            elif not plain and not common((words[0], word)):
                yield f"p:{given}|{sounds((words[0], word))[1]}"
            if not plain and not common((word,)):
                yield f"s:{sounds((word,))[0]}:{node.country}"
    for title, holder in shown(node.offices) if words else node.offices:
        yield f"o:{title}:{holder}:{node.period}"
        yield f"o:{title}:{holder}:{node.period + 1}"


def shown(offices: tuple[Office, ...]) -> tuple[Office, ...]:
    """Return the offices by which a named person may be pointed at: "the leader of Turkey" is its president."""
    leads = tuple(("leader", holder) for title, holder in offices if title in TOP)
    return offices + leads


def share_office(one: Signature, other: Signature) -> bool:
    """Whether two signatures tell of one office within the same or the next half-year."""
    if abs(one.period - other.period) > _TERMS or not one.offices or not other.offices:
        return False
    left = shown(one.offices) if one.names else one.offices
    right = shown(other.offices) if other.names else other.offices
    return not set(left).isdisjoint(right)


def linked(one: Signature, other: Signature) -> bool:
    """Whether two signatures can be one actor, for all that they tell themselves."""
    if one.own or other.own or one.kind != other.kind:
        return False
    if one.kind == "person":
        return _persons(one, other)
    if one.kind == "group":
        return one.country == other.country and _groups(one, other)
    if one.kind == "country":
        return one.names == other.names
    return _bodies(one, other)


def sent(node: Signature) -> bool:
    """Whether a set of people is a delegation, which reports call after the country or after the body it is from."""
    return node.names[0].split()[0] == DELEGATION


def _groups(one: Signature, other: Signature) -> bool:
    if one.names == other.names:
        return abs(one.period - other.period) <= 1
    plain = [node for node in (one, other) if node.names[0] == DELEGATION]
    return len(plain) == 1 and sent(one) and sent(other) and one.period == other.period


def compatible(one: Signature, other: Signature) -> bool:
    """Whether two signatures name the same country, or one of them none."""
    return not one.country or not other.country or one.country == other.country


def _bodies(one: Signature, other: Signature) -> bool:
    if one.names[0] == other.names[0]:
        return named(one.names[0]) or one.country == other.country
    return not set(one.names).isdisjoint(other.names) and compatible(one, other)


def _persons(one: Signature, other: Signature) -> bool:
    a, b = words_of(one), words_of(other)
    if not a or not b:
        return bool(a or b or one.period == other.period) and share_office(one, other)
    if single(a) or single(b):
        return _by_surname(one, other)
    if sounds(a) == sounds(b):
        return not (common(a) or common(b)) or _agree(one, other)
    return not common(a) and not common(b) and compatible(one, other) and same_name(a, b)


def _agree(one: Signature, other: Signature) -> bool:
    """Whether two bearers of a common name agree in more than the name, and in nothing disagree."""
    if contradict(one, other):
        return False
    if share_office(one, other):
        return True
    return bool(one.country and one.country == other.country and one.sector and one.sector == other.sector)


def contradict(one: Signature, other: Signature) -> bool:
    """Whether two bearers of a common name differ in country or in the class of their sector."""
    return not compatible(one, other) or bool(one.sector and other.sector and one.sector != other.sector)


def _by_surname(one: Signature, other: Signature) -> bool:
    """Whether a name alone can be short for a full name, or two names alone one person's."""
    a, b = words_of(one), words_of(other)
    if contradict(one, other) or not (_short_for(a, b) or _short_for(b, a)):
        return False
    short = a if single(a) else b
    if common(short) and not ruler(short):
        return share_office(one, other)
    return bool(one.country) and one.country == other.country


def _short_for(short: Words, full: Words) -> bool:
    """Whether a name alone is a word of a name that may stand for it, or a ruler's without the number."""
    alone = single(short)
    if not alone or sounds(short) == sounds(full):
        return bool(alone)
    if ruler(short):
        return full[-1] in NUMERALS and same_name((alone,), full[:-1])
    heard = sounds((alone,))
    if single(full):
        return heard == sounds((single(full),)) and not ruler(full) and len(short) != len(full)
    initial = short[0] if len(short) > 1 else ""
    return full[0].startswith(initial) and any(sounds((word,)) == heard for word in surnames(full))
