"""From a name in the text to a possible actor: whose it is, what kind, and whether it acts or only tells where."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from ranke.model import Kind, Place
from ranke.offices.lookups import fold, match_at
from ranke.offices.nouns import is_body_word, singular
from ranke.reading.actors.entities import Name
from ranke.reading.actors.nouns import gender_of_name, is_title_word, reference
from ranke.reading.actors.scene import home_country
from ranke.reading.actors.spoken import is_speaker
from ranke.reading.actors.spots import MODIFIERS, Spot, acts, first_conjunct, head_of, is_local, is_plural
from ranke.reading.words import words_of

_KINDS: dict[str, Kind] = {"person": "person", "organization": "organization", "country": "country"}
_MARKS = frozenset({"-", "'", "’", "’s", "'s", ","})
_FROM = frozenset({"of", "from", "for"})
_RULED = frozenset({"state", "city", "town", "province", "county", "municipality"})
_NATIONAL = frozenset({"GOV", "LEG", "JUD", "MIL", "PTY", "COP"})
"""Sectors whose bodies have the same names in many countries."""


def name_spots(doc: Doc, names: Sequence[Name], places: Sequence[Place]) -> tuple[list[Spot], list[Spot | None]]:
    """Return the possible actors that the names of a text point at, and for each token the one it belongs to."""
    at: list[Spot | None] = [None] * len(doc)
    where = {place.span[0]: place.country for place in places}
    ends = {place.span[0]: place.span[1] for place in places}
    spots: list[Spot] = []
    for name in (part for whole in names for part in _without_place(doc, whole, ends)):
        spot = _spot(doc, name, where, at)
        spots.append(spot)
        for i in range(spot.start, spot.end):
            at[i] = spot
    _adapt(doc, spots, at)
    return spots, at


def _without_place(doc: Doc, name: Name, ends: dict[int, int]) -> list[Name]:
    """Cut a place off the front of a full name: "the senator from Vermont Bernie Sanders"."""
    first = doc[name.start]
    leader = _holds_leader(doc, name)
    end = ends.get(first.idx) if leader or (name.label == "person" and name.known is None) else None
    match = match_at(fold(words_of(doc).between(name.start, name.end)), 0) if leader else None
    if match is not None:
        end = first.idx + match[0]
    elif leader:
        given = _given_name(doc, name)
        end = doc[given - 1].idx + len(doc[given - 1]) if given is not None else end
    cut = next((i for i in range(name.start + 1, name.end - 1) if end is not None and doc[i].idx > end), None)
    if cut is None or end is None or doc[cut - 1].idx + len(doc[cut - 1]) != end:
        return [name]
    return [Name(name.start, cut, "place", match[1] if match is not None else None), Name(cut, name.end, "person")]


def _holds_leader(doc: Doc, name: Name) -> bool:
    """Whether the parser took "President of Chile Ana Vidal" apart before the place, not after it."""
    if name.label not in ("organization", "person", "place") or name.known is not None or name.start < 2:  # noqa: PLR2004 - an office, "of"
        return False
    before = doc[name.start - 1].lower_
    if (name.label != "organization" or before != "of") and not is_title_word(doc[name.start - 2].lower_):
        return False  # "the trial of Ada Maria Novak"
    return before in _FROM and _given_name(doc, name) is not None


def _given_name(doc: Doc, name: Name) -> int | None:
    """Return where a person's given name stands within a name, after its first word."""
    after = range(name.start + 1, name.end - 1)
    return next((i for i in after if gender_of_name((fold(doc[i].lower_), doc[i + 1].lower_))), None)


def _spot(doc: Doc, name: Name, where: dict[int, str | None], at: list[Spot | None]) -> Spot:
    head = head_of(doc, name.start, name.end)
    token = doc[head]
    words = tuple(fold(doc[i].text).lower() for i in range(name.start, name.end) if doc[i].text not in _MARKS)
    # The parser may take a mark alone for a name, as the hyphen of "Omani-Iranian".
    words = words or (token.lower_,)
    spot = Spot(name.start, name.end, head, "name", _KINDS.get(name.label), words=words, known=name.known)
    place = where.get(doc[name.start].idx)
    if words[0] in reference()["nobody"] and len(words) == 1:
        spot.kind = None
    elif name.known is not None:
        if name.known.sort == "country" and place is not None and place != name.known.country:
            spot.known = None
            _place(doc, spot, token, place)
        else:
            _known(doc, spot, token, at)
    elif name.label == "person":
        spot.gender = gender_of_name(words)
    elif name.label == "organization":
        spot.country = _country_inside(doc, name)
    elif name.label == "people":
        spot.plural = is_plural(token)
        spot.kind = "group" if spot.plural and token.dep_ not in MODIFIERS else None
    elif name.label == "place":
        _place(doc, spot, token, place)
    elif name.label not in ("rule", "site") and (acts(token) or token.dep_ == "poss"):
        spot.kind = "organization" if doc[max(name.start - 1, 0)].tag_ != "DT" else None
    return spot


def _place(doc: Doc, spot: Spot, token: Token, country: str | None) -> None:
    """Let a city or a province be its authorities where it acts, else a place."""
    acting = (acts(token) or token.dep_ == "poss") and token.ent_type_ == "GPE"
    acting = (acting and not is_local(doc, spot.head, spot.start)) or _governed(token)
    spot.country = country
    spot.kind, spot.sector = ("organization", "GOV") if acting else (None, None)
    spot.local = not acting
    if acting and country is None and len(spot.words) == 1 and is_speaker(token):
        # A town that nobody knows and that speaks is a surname.
        spot.kind, spot.sector = "person", None


def _governed(token: Token) -> bool:
    """Whether a place is named as the one who rules it: "sued the state of Ohio", "the city of Leeds said"."""
    if token.dep_ != "pobj" or token.head.lower_ != "of" or token.ent_type_ != "GPE":
        return False
    kind = token.head.head
    return kind.lemma_ in _RULED and (kind.dep_ in ("dobj", "nsubj", "nsubjpass") or _against(kind))


def _against(kind: Token) -> bool:
    return kind.dep_ == "pobj" and kind.head.lower_ in ("against", "by", "with")


def _country_inside(doc: Doc, name: Name) -> str | None:
    """Return the country that a body's name names: "Turkish Football Federation", "Bank of Japan"."""
    text, first = fold(words_of(doc).between(name.start, name.end)), doc[name.start].idx
    for i in range(name.start, name.end):
        match = match_at(text, doc[i].idx - first)
        if match is not None and match[1].sort in ("country", "adjective"):
            return match[1].country
    return None


def _known(doc: Doc, spot: Spot, token: Token, at: list[Spot | None]) -> None:
    """Take in what the tables know of a name."""
    known = spot.known
    if known is None:
        return
    spot.kind, spot.country, spot.sector = known.kind, known.country, known.sector
    if known.sort in ("country", "capital"):
        before = at[spot.start - 2] if spot.start > 1 else None
        listed = before is not None and before.known is not None and before.known.sort == "country" and not before.local
        aimed = known.sort == "country" and token.dep_ == "pobj" and token.head.lower_ == "at"  # "anger at Canada"
        spot.local = not listed and not aimed and is_local(doc, spot.head, spot.start)
    elif known.sector == "PTY" and _are_counted(token):
        spot.form, spot.kind, spot.noun, spot.plural, spot.known = "nominal", "group", token.lower_, True, None
    elif (
        known.sort in ("adjective", "demonym")
        and token.tag_[:2] == "NN"
        and (is_plural(token) or first_conjunct(token).dep_ not in MODIFIERS)
        and token.dep_ not in MODIFIERS
    ):
        held = spot.end < len(doc) and doc[spot.end].text == "-" and not token.whitespace_
        if not held:  # no person in "Chilean-held islands"
            _people(doc, spot, token)


def _are_counted(token: Token) -> bool:
    """Whether a party's name means a few of its members: "two Democrats"."""
    counts = any(below.dep_ == "nummod" and below.is_alpha for below in token.lefts)
    return counts and singular(token.lower_) in reference()["partisan"]


def _people(doc: Doc, spot: Spot, token: Token) -> None:
    """Read "the Turks" as their government, "Iranians" as a group and "an Australian" as a person."""
    before = doc[spot.start - 1].lower_ if spot.start else ""
    spot.plural = is_plural(token)
    spot.definite = before == "the"
    spot.noun = fold(token.text).lower()
    if spot.plural and spot.definite:
        return
    spot.form = "name" if spot.plural else "nominal"
    spot.kind, spot.sector = ("group" if spot.plural else "person"), None


def _adapt(doc: Doc, spots: list[Spot], at: list[Spot | None]) -> None:
    """Let "the Senate" be another country's: the one named before it, or where the table's is never named."""
    named = {spot.country for spot in spots if spot.known is not None and spot.known.sort != "organization"}
    named |= {spot.country for spot in spots if spot.local or (spot.known is not None and not _shared(spot))}
    home = home_country(doc, [spot for spot in spots if not _shared(spot)])
    before: Spot | None = None
    for spot in tuple(spots):
        if _shared(spot):
            if before is not None and (_of_place(doc, before, spot) or _of_party(doc, before, spot)):
                _take_in(spots, at, before, spot)
            owner = _owner(doc, spot, before, at) or (home if home in named else None)
            if spot.known is None:
                pass  # a province's own
            elif spot.country not in named or (owner is not None and owner != spot.country):
                spot.known, spot.country = None, owner
        before = spot


def _of_place(doc: Doc, place: Spot, spot: Spot) -> bool:
    """Whether a province or town stands right before a body's name as a part of it: "the Ohio Supreme Court"."""
    if place.known is not None or place.country is None or place.end != spot.start:
        return False
    return (
        (place.local or place.sector == "GOV")
        and doc[place.head].dep_ in MODIFIERS
        and not doc[spot.start].is_sent_start
    )


def _of_party(doc: Doc, country: Spot, spot: Spot) -> bool:
    """Whether a country's name is a part of a party's: "the Chad National Front"; not "Chadian"."""
    if spot.sector != "PTY" or country.known is None or country.known.sort != "country" or country.end != spot.start:
        return False
    return doc[country.head].dep_ in MODIFIERS and spot.start <= doc[country.head].head.i < spot.end


def _take_in(spots: list[Spot], at: list[Spot | None], place: Spot, spot: Spot) -> None:
    """Make the place before a body's name a part of it, and the body one that no table knows."""
    spot.start, spot.words, spot.known, spot.country = place.start, (*place.words, *spot.words), None, place.country
    at[place.start : place.end] = [spot] * (place.end - place.start)
    spots.remove(place)


def _owner(doc: Doc, spot: Spot, before: Spot | None, at: list[Spot | None]) -> str | None:
    """Return the country before or after a name: "Libyan House of Representatives", "the Senate of Chile"."""
    after = next((below for below in doc[spot.head].rights if below.lower_ == "of" and below.i >= spot.end - 1), None)
    if after is not None and (held := next(iter(after.rights), None)) is not None and (owner := at[held.i]) is not None:
        return owner.country if owner.kind == "country" or owner.local else None
    if before is None or before.kind != "country":
        return None
    return before.country if before.end == spot.start or doc[spot.start - 1].tag_ == "POS" else None


def _shared(spot: Spot) -> bool:
    """Whether bodies of many countries bear this name: no word of it is its own."""
    known = spot.known
    if known is None or known.sort != "organization" or known.sector not in _NATIONAL:
        return False
    return all(is_body_word(word) or word in reference()["shared"] for word in spot.words)
