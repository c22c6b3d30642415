"""Where an actor stands: the polity it belongs to and the part of the political system it is."""

from collections import Counter

from spacy.tokens import Token

from ranke.model import Sector
from ranke.offices.lookups import country_words, known_person
from ranke.offices.nouns import body_sector, default_sector
from ranke.reading.actors.chains import Chain
from ranke.reading.actors.nouns import lemma_of, reference, sector_of_modifiers
from ranke.reading.actors.scene import Scene
from ranke.reading.actors.spots import Spot

_BY_TABLE, _BY_WORD, _BY_BODY = 4, 3, 2
"""What the tables, the actor's own words and its body count when its country is told."""
_FIRST, _LATER, _FORMER = 3, 2, 1
"""What the first title, a later one and a former one count when the sector is told."""
_DEEPEST = 3
"""Steps from a group to whoever it belongs to."""
_LEADING = frozenset({"lead", "head"})
_REPRESENTING = frozenset({"representative", "representatives"})
_SUSPECTED = frozenset({"suspected", "alleged"})
_PAST = frozenset({"former", "ex", "late"})
_CHURCH = "VAT"
"""The state of a church, which no unnamed public belongs to."""
_OF_THE_CHURCH = frozenset({"pope", "pontiff"})
_LOCAL = frozenset({"local", "state", "national", "domestic", "home"})


class Standing:
    """Tells country and sector of the chains of one report."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._bodies: dict[Sector, set[str | None]] = {}
        self._chamber = any(spot.sector == "LEG" for chain in scene.chains.living() for spot in chain.nouns)
        for chain in scene.chains.living():
            known = chain.known
            if known is not None and known.sort == "organization" and known.sector is not None:
                self._bodies.setdefault(known.sector, set()).add(known.country)
        self._chamber = self._chamber or "LEG" in self._bodies
        self._places = {
            step.token: step.spot.country for step in scene.trail.steps if step.spot.local and step.spot.country
        }
        self._named: dict[int, set[str]] = {}
        for step in scene.trail.steps:
            if step.spot.kind == "country" and step.spot.country and not step.spot.local:
                self._named.setdefault(scene.trail.sentences[step.token], set()).add(step.spot.country)
        self._fronted = {
            scene.trail.sentences[at]: country for at, country in self._places.items() if _opens(scene.doc[at])
        }

    def country(self, chain: Chain) -> str | None:
        """Return the polity that an actor belongs to, as far as the report tells, else where it is set."""
        if chain.kind == "country":
            return chain.country
        if any(office.noun in _OF_THE_CHURCH for office in chain.offices):
            return _CHURCH
        votes = self._told_countries(chain)
        if votes:
            return min(votes, key=lambda code: (-votes[code], code))
        person = known_person(chain.full) if chain.kind == "person" else None
        if person is not None:
            return person.country
        if self._of_no_country(chain):
            return None
        home = self._scene.home
        return (
            self._of_peers(chain)
            or self._of_fronted(chain)
            or (None if chain.kind == "group" and home == _CHURCH else home)
        )

    def _told_countries(self, chain: Chain) -> Counter[str]:
        """Return the countries that tables, words and bodies tell of an actor, and how strongly."""
        votes: Counter[str] = Counter()
        hostile = reference()["hostile"]
        if chain.known is not None and chain.known.country:
            votes[chain.known.country] += _BY_TABLE
        for spot in chain.spots:
            if spot.form != "pronoun" and spot.country and spot.noun not in hostile:
                votes[spot.country] += _BY_WORD
        for spot in (*chain.nouns, *(own for own in chain.spots if own.named and own.bodies)):
            if spot.country and not spot.named and spot.noun not in hostile:
                votes[spot.country] += _BY_WORD
            for country in self._countries_around(spot, chain):
                votes[country] += _BY_BODY
        if not votes and chain.kind == "person":
            votes.update(country for spot in chain.spots if spot.named for country in self._of_those_led(spot))
        return votes

    def _of_no_country(self, chain: Chain, depth: int = 0) -> bool:
        """Whether an actor is of several countries or of none that a report tells: "Arab states", "world leaders"."""
        if chain.known is not None and chain.known.sort == "organization":
            return True
        own = [spot for spot in chain.spots if spot.form != "pronoun"]
        if chain.named and chain.kind != "group":
            return False
        return bool(own) and any(self._is_foreign(spot) or self._follows(spot, chain, depth) for spot in own)

    def _is_foreign(self, spot: Spot) -> bool:
        words, head = reference(), self._scene.doc[spot.head]
        if spot.plural and (
            lemma_of(head) in words["worldwide"] or (spot.named and spot.words[-1] in words["believers"])
        ):
            return True
        if (
            spot.plural
            and not spot.named
            and words["faceless"] & {spot.noun, lemma_of(head)}
            and not _LOCAL & set(spot.modifiers)
        ):
            return True
        return any(below.lower_ in words["abroad"] for below in head.lefts)

    def _follows(self, spot: Spot, chain: Chain, depth: int) -> bool:
        """Whether whoever a noun belongs to is of no country: "their rulers", where "they" are some Arab states."""
        if depth >= _DEEPEST:
            return False
        owners = [*self._scene.heads.get(spot.owner, ())] if spot.owner >= 0 else []
        owners += [one for body in spot.bodies if (one := self._scene.chains.of(body)) is not None]
        return any(
            one is not chain
            and not one.country
            and (one.known is not None or (one.kind == "group" and not one.named))
            and self._of_no_country(one, depth + 1)
            for one in owners
        )

    def _countries_around(self, spot: Spot, chain: Chain) -> list[str]:
        """Return the countries of the bodies and people that a noun names as its own."""
        if spot.noun in reference()["hostile"]:
            return []  # "enemies of Chile" are not Chile's
        found = [body.country or self._of_body(body) for body in spot.bodies]
        owners = (self._scene.chains.of(spot.person), *self._scene.heads.get(spot.owner, ()))
        found += [_owner_country(owner) for owner in owners if owner is not None and owner is not chain]
        return [country for country in found if country is not None]

    def _of_those_led(self, spot: Spot) -> list[str]:
        """Return the country of whom somebody leads: "a Chilean delegation led by Ada Novak"."""
        token = self._scene.doc[spot.head]
        verb = token.head.head
        if token.dep_ != "pobj" or token.head.lower_ != "by" or verb.lemma_ not in _LEADING or verb.dep_ != "acl":
            return []
        return [country for led in self._scene.heads.get(verb.head.i, ()) if (country := _own_country(led))]

    def _of_body(self, body: Spot) -> str | None:
        chain = self._scene.chains.of(body)
        if chain is None:
            return None
        return chain.country or (chain.known.country if chain.known is not None else None)

    def _of_fronted(self, chain: Chain) -> str | None:
        """Return where an official first speaks: "In Lima, trade minister Jon Berg said".

        "Peru will help, he told reporters in Lima" tells it by both; a visitor speaks in a capital as well.
        """
        if chain.kind != "person" or not any(office.sector == "GOV" for office in chain.nouns):
            return None
        first = min(chain.spots, key=lambda spot: spot.start)
        spoken = self._scene.doc[first.head].head
        held = (prep.rights for prep in spoken.rights if prep.lower_ == "in") if spoken.i > first.head else ()
        there = {self._places[place.i] for places in held for place in places if place.i in self._places}
        sentence = self._scene.trail.sentences[first.head]
        return self._fronted.get(sentence) or next(iter(there & self._named.get(sentence, set())), None)

    def _of_peers(self, chain: Chain) -> str | None:
        """Return, for a lawmaker, a judge or a soldier, the country of the only such body that the report names."""
        sector = next((spot.sector for spot in (*chain.offices, *chain.spots) if spot.sector), None)
        countries = self._bodies.get(sector, set()) if sector in ("LEG", "JUD", "MIL") else set()
        return next(iter(countries)) if len(countries) == 1 else None

    def sector(self, chain: Chain) -> Sector | None:
        """Return the part of the political system that an actor belongs to: by table, title, body, name or noun."""
        if chain.kind == "country":
            return "GOV"
        if chain.known is not None and chain.known.sector and chain.known.sort == "organization":
            return chain.known.sector
        votes = self._votes(chain)
        if votes.keys() == {"CVL"} and chain.number in self._scene.trail.accused and _only_kin(chain):
            return "CRM"
        if votes:
            return min(votes, key=lambda code: (-votes[code], code))
        if chain.kind == "person":
            person = known_person(chain.full)
            if person is not None:
                return person.sector
            return "CRM" if chain.number in self._scene.trail.accused else "CVL"
        if chain.kind == "group":
            return "CVL"
        return "GOV" if any(_is_national(spot) for spot in chain.spots) else None

    def _votes(self, chain: Chain) -> Counter[Sector]:
        votes: Counter[Sector] = Counter()
        party = any(self._sector_of_body(body) == "PTY" for own in chain.spots if own.named for body in own.bodies)
        for rank, spot in enumerate(chain.nouns):
            sector = self._of_noun(spot)
            if party and sector == "GOV" and spot.noun == "leader":
                sector = "PTY"  # "Chilean leader Ana Vidal of the Unity Party"
            if sector is not None:
                votes[sector] += _FORMER if _PAST & set(spot.modifiers) else _FIRST if rank == 0 else _LATER
        if not votes:
            bodies = [body for spot in chain.spots if spot.named for body in spot.bodies]
            votes.update(sector for body in bodies if (sector := self._sector_of_body(body)) is not None)
        if not votes and chain.kind != "person":
            own = (spot.sector or (body_sector(spot.words) if spot.named else None) for spot in chain.spots)
            votes.update(sector for sector in own if sector is not None)
        return votes

    def _of_noun(self, spot: Spot) -> Sector | None:
        """Return the sector of a noun, from its body where the noun is anybody's ("spokesman of Hamas")."""
        words = reference()
        told = self._told(spot)
        if told is not None:
            return told
        portable = spot.noun in words["portable"]
        if spot.sector is not None and not portable:
            return spot.sector
        if not (spot.inherits or portable):
            return None
        found = next((sector for body in spot.bodies if (sector := self._sector_of_body(body)) is not None), None)
        if found is None and spot.person is not None:
            found = self._sector_of_owner(spot.person)
        if found is not None:
            return found
        national = any(body.kind == "country" for body in spot.bodies)
        if national and spot.noun == "attorney":
            return "JUD"  # "US Attorney Ada Novak" prosecutes
        if national and (spot.kind == "person" or spot.noun in words["stately"]):
            return default_sector(spot.noun) or "GOV"
        return spot.sector or default_sector(spot.noun) or default_sector(f"{spot.noun}s")

    def _told(self, spot: Spot) -> Sector | None:
        """Return the sector that a noun's modifiers, or the body it is said of, give it before its own."""
        words = reference()
        if (self._chamber and _sits(spot)) or self._represents(spot):
            return "LEG"
        of_country = any(body.kind == "country" for body in spot.bodies)
        if spot.noun in words["allied"] and "led" in spot.modifiers and of_country:
            return "MIL"  # "the Saudi-led coalition"
        if of_country and not spot.named and spot.noun in _REPRESENTING and not self._is_name(spot):
            return "GOV"  # "representatives of Chile", not "Representatives"
        if not spot.named and spot.noun in words["modified"] and (told := sector_of_modifiers(spot.modifiers)):
            return told
        armed = any(self._sector_of_body(body) == "REB" for body in spot.bodies)
        if armed and (spot.sector == "MIL" or spot.noun in words["adherent"]):
            return "REB"  # "a Taliban commander", "followers of the Taliban"
        if spot.sector == "CVL" and _SUSPECTED & set(spot.modifiers) and not spot.noun.startswith("victim"):
            return "CRM"
        return None

    def _represents(self, spot: Spot) -> bool:
        """Whether a noun is the members of a house that a party has there: "Republican Representatives"."""
        return spot.noun in _REPRESENTING and self._is_name(spot) and bool(reference()["chamber"] & set(spot.modifiers))

    def _is_name(self, spot: Spot) -> bool:
        """Whether the parser takes the noun for a name."""
        return str(self._scene.doc[spot.head].tag_).startswith("NNP")

    def _sector_of_body(self, body: Spot) -> Sector | None:
        if body.kind == "country":
            return None
        chain = self._scene.chains.of(body)
        known = chain.known.sector if chain is not None and chain.known is not None else None
        return (
            known or body.sector or body_sector(body.words) or (body_sector(chain.full) if chain is not None else None)
        )

    def _sector_of_owner(self, person: Spot) -> Sector | None:
        """Return the sector of whom an aide or a spokesman works for."""
        chain = self._scene.chains.of(person)
        if person.sector is not None or chain is None:
            return person.sector
        told = next((office.sector for office in chain.offices if office.sector), None)
        known = known_person(chain.full) if told is None else None
        return known.sector if known is not None else told


def _opens(place: Token) -> bool:
    """Whether a place stands at a sentence's head: "In Lima, officials said"."""
    return place.dep_ == "pobj" and place.head.is_sent_start is True


def _own_country(chain: Chain) -> str:
    """Return the country that the nouns of a group tell, or none."""
    return next((spot.country for spot in chain.nouns if spot.country), "")


def _owner_country(chain: Chain) -> str | None:
    person = known_person(chain.full) if chain.kind == "person" else None
    return person.country if person is not None else chain.country or chain.office_country


def _only_kin(chain: Chain) -> bool:
    """Whether a person is described only by whose relative or what kind of human being he is."""
    nouns = reference()
    return chain.kind == "person" and all(spot.noun in nouns["kin"] | nouns["human"] for spot in chain.nouns)


def _is_national(spot: Spot) -> bool:
    """Whether a body's name begins with a country: such bodies are mostly a state's."""
    return bool(spot.words) and (spot.words[0] == "national" or spot.words[0] in country_words())


def _sits(spot: Spot) -> bool:
    """Whether a noun is what a report on a parliament calls who sits there: "Democrats", "Republican members"."""
    words = reference()
    if spot.noun in words["partisan"]:
        return True
    said = {*spot.modifiers, *(word for body in spot.bodies for word in body.words)}
    return spot.noun in ("member", "members", "colleagues") and bool(words["chamber"] & said)
