"""What an actor is called: its best name, all naming forms that the report uses, and its titles."""

from spacy.tokens import Doc

from ranke.offices.lookups import country_names
from ranke.reading.actors.chains import Chain
from ranke.reading.actors.spots import Spot
from ranke.reading.parts import RolePart
from ranke.reading.words import words_of

_ARTICLES = ("the ", "a ", "an ")
_INSIDE = frozenset({"compound", "amod", "nmod", "poss", "case", "nummod", "punct", "npadvmod", "advmod"})
_OUTSIDE = frozenset({",", ".", '"', "“", "”", "(", ")", ":", ";"})
_NO_FIRST = ("PRP$", "POS", "DT", "HYPH", "WRB")
"""Tags of words that a description does not begin with: "our", "where"."""
_TITLE_LENGTH = 5
"""Tokens of a title before a name that belong to the form."""
_DESCRIPTION_LENGTH = 10
"""Tokens of modifiers before a noun that belong to the form."""
_CALENDAR = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "june", "july", "august", "september", "october", "november", "december", "today", "yesterday", "tomorrow",
    "morning", "afternoon", "evening", "night", "noon", "midnight", "dawn", "later", "earlier", "ago",
})  # fmt: skip
"""Words that end a time before the noun that the parser joins it to: "Early on Saturday gunmen killed ten"."""
_AGO = ("ago", "earlier", "later")
_REGNAL = frozenset({"king", "queen", "pope", "prince", "princess", "emperor", "sultan", "emir", "saint"})
"""Titles that one name alone needs: "Pope Francis"."""


def name_and_aliases(doc: Doc, chain: Chain) -> tuple[str, list[str]]:
    """Return the best name and all naming forms in the order of the text, no pronouns."""
    named = [spot for spot in chain.spots if spot.named]
    described = [spot for spot in chain.spots if spot.form == "nominal"]
    aliases: dict[str, None] = {}
    for spot in named:
        text = _text(doc, spot.start, spot.end)
        begin = _title_start(doc, spot)
        aliases.setdefault(text)
        if begin < spot.start:
            aliases.setdefault(_text(doc, begin, spot.end))
        if spot.start and doc[spot.start - 1].lower_ == "the":
            aliases.setdefault(f"{doc[spot.start - 1].text} {text}")
    for spot in (*described, *chain.offices):
        for form in _descriptions(doc, spot):
            aliases.setdefault(form)
    return _best_name(doc, chain, named, described), list(aliases)


def _best_name(doc: Doc, chain: Chain, named: list[Spot], described: list[Spot]) -> str:
    if chain.kind == "country" and chain.country is not None:
        return country_names().get(chain.country, chain.country)
    if chain.known is not None and chain.kind != "person":
        # The usual name, where the report uses it: "Hamas" rather than "Islamic Resistance Movement".
        usual = next((spot for spot in named if _text(doc, spot.start, spot.end) == chain.known.name), None)
        if usual is not None:
            return chain.known.name
    if named:
        best = max(named, key=_fullness)
        title = next((office for office in chain.offices if office.end == best.start and office.noun in _REGNAL), None)
        single = len(chain.full) == 1 or chain.full[1:] in (("ii",), ("iii",), ("xvi",))
        return _text(doc, title.start if title is not None and single else best.start, best.end)
    if described:
        return _bare(max((_descriptions(doc, spot)[-1] for spot in described), key=_telling))
    return _text(doc, chain.spots[0].start, chain.spots[0].end)


def _telling(description: str) -> tuple[int, int]:
    """Rank descriptions: those with names in them ("Hamas delegation") tell more than "senior delegation"."""
    return (sum(word[:1].isupper() for word in description.split()[:_TITLE_LENGTH]), len(description))


def _fullness(spot: Spot) -> tuple[int, int]:
    """Rank names by their words, initials last, then by their place."""
    initials = spot.end - spot.start == 1 and spot.kind != "person"
    return (0 if initials else sum(len(word) > 1 for word in spot.words), -spot.start)


def _text(doc: Doc, start: int, end: int) -> str:
    return " ".join(words_of(doc).between(start, end).split())


def _title_start(doc: Doc, spot: Spot) -> int:
    """Return where the capitalised title right before a name begins."""
    i = spot.start
    while i > 0 and spot.start - i < _TITLE_LENGTH and not doc[i].is_sent_start:
        before = doc[i - 1]
        if before.tag_ not in ("NNP", "NNPS") or before.head.i < i:
            break
        i -= 1
    return i


def _descriptions(doc: Doc, spot: Spot) -> list[str]:
    """Return a description with its modifiers, with its article where it has one, and without."""
    i = spot.start
    while i > 0 and spot.start - i < _DESCRIPTION_LENGTH and not doc[i].is_sent_start:
        before = doc[i - 1]
        inside = before.dep_ in _INSIDE and (before.head.i >= i or before.tag_ == "POS")
        if not inside or before.is_space or before.text in _OUTSIDE:
            break
        i -= 1
    while i < spot.start and (doc[i].tag_ in _NO_FIRST or (doc[i].tag_ == "RB" and doc[i + 1].tag_ != "CD")):
        i += 1
    if 0 < i < spot.start and doc[i].lower_ in ("least", "most") and doc[i - 1].lower_ == "at":
        i += 1
    i = _after_time(doc, i, spot.start)
    short = _text(doc, i, spot.end)
    article = doc[i - 1].text if i and doc[i - 1].lower_ in ("the", "a", "an") else ""
    return [f"{article} {short}", short] if article else [short]


def _after_time(doc: Doc, start: int, head: int) -> int:
    """Return where a description begins without the time before it: "gunmen" of "Two days later gunmen"."""
    last = max((i for i in range(start, head) if doc[i].lower_ in _CALENDAR), default=start - 1)
    timed = all(doc[i].ent_type_ in ("DATE", "TIME") or doc[i].lower_ in _AGO for i in range(start, last + 1))
    return last + 1 if timed else start


def _bare(text: str) -> str:
    return next((text[len(article) :] for article in _ARTICLES if text.lower().startswith(article)), text)


def roles(doc: Doc, chain: Chain) -> list[RolePart]:
    """Return each title or office that the text gives a person, once."""
    found: dict[str, RolePart] = {}
    for office in chain.nouns if chain.kind == "person" else ():
        title = " ".join(office.title.split())
        if title:
            body = _text(doc, office.bodies[0].start, office.bodies[0].end) if office.bodies else None
            found.setdefault(title.lower(), RolePart(title, body, office.start, office.end))
    return list(found.values())
