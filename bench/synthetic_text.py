"""Writes the sentences of a synthetic report and says, to the character, where everything stands in them.

A `Page` writes lines one after another and keeps the reading as it goes.
"""

from typing import Any

from synthetic_sentences import Line, Rule, Told, When
from synthetic_world import Being, Part

BEFORE = 5
"""In how many of eight introductions the office stands before the name."""


class Traces:
    """Where everything of one sentence stands; `quoted` are the tags within what is said."""

    def __init__(self) -> None:
        self.spans: dict[str, list[int]] = {}
        self.quoted: set[str] = set()
        self.evidence: list[int] = []
        self.date: dict[str, Any] = {"value": None, "span": None}
        self.said: dict[str, Any] = {"value": None, "span": None}
        self.place: dict[str, Any] | None = None
        self.relays: list[str] = []
        self.events: list[str] = []
        self.inner: list[str] = []


class Page:
    """The text and the reading of one report, made line by line."""

    def __init__(
        self, outlet: int, rules: dict[str, Rule], opening: str, swaps: tuple[tuple[str, str], ...] = ()
    ) -> None:
        self.outlet, self.rules, self.swaps = outlet, rules, swaps
        self.pieces = [opening]
        self.at = len(opening)
        self.actors: dict[int, dict[str, Any]] = {}
        self.events: list[dict[str, Any]] = []
        self.statements: list[dict[str, Any]] = []
        self.stances: list[dict[str, Any]] = []
        self.times: list[dict[str, Any]] = []
        self.places: list[dict[str, Any]] = []
        self._seen: dict[int, set[str]] = {}
        self._start, self._stop, self._noise = False, False, 0

    def text(self) -> str:
        """Return what was written."""
        return "".join(self.pieces).rstrip()

    def reading(self) -> dict[str, Any]:
        """Return what the text says; the order of fields is the one that the CLI writes."""
        return {
            "actors": list(self.actors.values()), "events": self.events, "statements": self.statements,
            "stances": self.stances, "times": self.times, "places": self.places,
        }  # fmt: skip

    def _put(self, text: str) -> list[int]:
        """Write a piece and return its span; the first of a sentence gets a capital letter."""
        if self._start and text and text != "“":
            text = text[0].upper() + text[1:] if text[0] != "“" else text[:1] + text[1].upper() + text[2:]
            self._start = False
        start = self.at
        self.at = end = start + len(text)
        self.pieces.append(text)
        return [start, end]

    def write(self, line: Line) -> None:
        """Write one sentence and read it."""
        self._start, self._noise = True, line.noise
        traces = self._steps(line)
        self._put(" ")
        self._read_events(line, traces)
        self._read_statements(line, traces)
        if line.sentence.stance:
            self._stance(line.sentence.stance, line, traces.spans)

    def _steps(self, line: Line) -> Traces:
        """Write the steps of a sentence and return where everything stands."""
        traces, begin, open_at = Traces(), self.at, {}
        for number, (kind, text, form) in enumerate(line.sentence.steps):
            if kind == "text":
                for old, new in self.swaps:
                    text = text.replace(old, new)  # noqa: PLW2901 - the same step in other words
                if self._start:
                    self._put(text)
                else:  # the most frequent step by far
                    self.pieces.append(text)
                    self.at += len(text)
            elif kind == "open":
                open_at[text] = self.at
                if "c" in open_at:
                    traces.quoted.add(text)
            elif kind == "close":
                traces.spans[text] = [open_at.pop(text), self.at]
            elif text in line.parts:
                self._stop = number in line.sentence.stops
                traces.spans[text] = self._mention(line.parts[text], form, subject=begin == self.at)
            else:
                self._blank(text, line, traces)
        traces.evidence = [begin, self.at]
        return traces

    def _blank(self, slot: str, line: Line, traces: Traces) -> None:
        """Write a time, a place or another word that the line fills in."""
        if slot == "t":
            traces.said = self._time(line.times.get("t"))
        elif slot in "DFR":
            traces.date = self._time(line.times.get(slot))
        elif slot == "P" and line.place:
            town, span = line.place, self._put(line.place.name)
            where = {"name": town.name, "country": town.country}
            traces.place = {**where, "span": span}
            self.places.append({"span": span, **where, "latitude": town.latitude, "longitude": town.longitude})
        elif slot in line.words:
            self._put(line.words[slot])

    def _read_events(self, line: Line, traces: Traces) -> None:
        sentence = line.sentence
        relays = traces.relays = [self._ref(line.parts[slot]) for slot in sentence.relay]
        for told in sentence.events:
            if not self._sides(told.sources + told.targets, line):
                continue
            event = self._event(told, line, traces)
            event["attribution"] = relays
            traces.events.append(event["id"])
            if told is sentence.events[0]:
                event["date"], event["place"] = traces.date, traces.place
            if told.tag in traces.quoted and sentence.speaker in line.parts:
                event["attribution"] = [*relays, self._ref(line.parts[sentence.speaker])]
                traces.inner.append(event["id"])
        if "m" in traces.spans and self.events:
            self.events[0]["more"].append(traces.spans["m"])

    def _read_statements(self, line: Line, traces: Traces) -> None:
        slot, spans = line.sentence.speaker, traces.spans
        if "q" in spans:
            speaker = self._ref(line.parts[slot]) if slot in line.parts else None
            statement = self._say(speaker, line.sentence.kind, spans["q"], spans["c"], traces.inner)
            statement |= {"speaker_span": spans.get(slot), "attribution": traces.relays, "date": traces.said}
        if "r" in spans:
            agency = self._ref(line.parts["K"])
            self._say(agency, "indirect", spans["r"], spans["k"], traces.events)["speaker_span"] = spans["K"]

    def _ref(self, part: Part) -> str:
        return str(self._entry(part)["id"])

    def _entry(self, part: Part) -> dict[str, Any]:
        """Return an actor of the reading, made when it is first needed."""
        being = part.being
        entry = self.actors.get(being.number)
        if entry is None:
            name = being.name
            if being.spellings:
                # An outlet keeps to its spelling of a name: most write the usual one.
                turn = (self.outlet * 7 + being.number) % (len(being.spellings) + 3)
                name = being.spellings[turn] if turn < len(being.spellings) else name
            sector = part.post.sector if part.post else being.sector
            entry = {
                "id": f"a{len(self.actors) + 1}", "name": name, "kind": being.kind, "country": being.country,
                "sector": sector, "aliases": [], "roles": [], "mentions": [],
            }  # fmt: skip
            self.actors[being.number] = entry
            self._seen[being.number] = set()
        return entry

    def _pick(self, count: int) -> int:
        self._noise, chosen = divmod(self._noise, count)
        return chosen

    def _mark(self, part: Part, text: str, form: str) -> list[int]:
        """Write one mention of an actor."""
        entry = self._entry(part)
        self._start = self._start and form != "name"  # a name is written as its bearer writes it: eNCA
        span = self._put(text)
        entry["mentions"].append({"span": span, "form": form})
        written = self.pieces[-1]
        seen = self._seen[part.being.number]
        if form != "pronoun" and written not in seen:
            seen.add(written)
            entry["aliases"].append(written)
        return span

    def _mention(self, part: Part, form: str, *, subject: bool) -> list[int]:
        """Write an actor as news does: in full with the office first, then shorter."""
        being = part.being
        known = being.number in self.actors and bool(self.actors[being.number]["mentions"])
        if form == "he" and known:
            return self._mark(part, being.pronoun, "pronoun")
        if not known:
            return self._introduce(part)
        turn = self._pick(4)
        if being.kind == "person":
            described = part.post.described if part.post else being.described
            if described and (form == "the" or (turn == 0 and subject)):
                return self._mark(part, described, "nominal")
            return self._mark(part, being.shorts[0], "name")
        if turn == 0 and being.described:
            return self._mark(part, being.described, "nominal")
        if turn == 1 and being.shorts:
            short = being.shorts[self._pick(len(being.shorts))]
            self._article(being, named=being.kind != "organization")
            return self._mark(part, short, "name")
        self._article(being)
        return self._mark(part, being.name, "name" if being.kind != "group" else "nominal")

    def _article(self, being: Being, *, named: bool = False) -> None:
        """Write the article of a body, or none before a short form that stands as a name alone."""
        if being.article and not named:
            self._put(being.article)

    def _introduce(self, part: Part) -> list[int]:
        being, post = part.being, part.post
        name = self._entry(part)["name"]
        if post is None:
            self._article(being)
            span = self._mark(part, name, "name" if being.kind != "group" else "nominal")
            if being.kind == "organization" and being.shorts and being.shorts[0].isupper() and self._pick(4) == 0:
                self._put(" (")
                self._mark(part, being.shorts[0], "name")
                self._put(")")
            return span
        turn, owner, title = self._pick(8), Part(post.owner), post.title
        place = post.owner.adjective or post.owner.name
        if turn < BEFORE:  # "Egyptian Foreign Minister Adil Haddad"
            self._mark(owner, place, "name")
            self._put(" ")
            title = title.title()
            role = self._put(title)
            self._put(" ")
            # Some reports leave the given name out.
            span = self._mark(part, being.shorts[0] if turn == 0 else name, "name")
            if turn == 0:
                self.actors[being.number]["name"] = being.shorts[0]
        else:
            span = self._mark(part, name, "name")
            self._put(", the ")
            self._mark(owner, place, "name")
            self._put(" ")
            role = self._put(title)
            if not self._stop:
                self._put(",")
        self.actors[being.number]["roles"].append({"title": title, "organization": post.owner.name, "span": role})
        return span

    def _time(self, when: When | None) -> dict[str, Any]:
        """Write words for a time and return the date that they give; nothing where there are none."""
        if when is None:
            return {"value": None, "span": None}
        self._put(when.before)
        span = self._put(when.words)
        if when.after:
            self._put(when.after)
        self.times.append({"span": span, "value": when.value, "type": when.type})
        return {"value": when.value, "span": span}

    def _sides(self, slots: str, line: Line) -> list[str]:
        """Return the sides of an event that the report has named by now."""
        found = [self.actors.get(line.parts[slot].being.number) for slot in slots]
        return [entry["id"] for entry in found if entry and entry["mentions"]]

    def _event(self, told: Told, line: Line, traces: Traces) -> dict[str, Any]:
        rule = line.rule if told.rule == "@act" else told.rule
        kind, mode, cameo, quad = self.rules[rule]
        event: dict[str, Any] = {
            "id": f"e{len(self.events) + 1}", "type": kind, "mode": mode, "cameo": cameo, "quad": quad,
            "sources": self._sides(told.sources, line), "targets": self._sides(told.targets, line),
            "trigger": traces.spans[told.tag], "more": [], "evidence": traces.evidence,
            "date": {"value": None, "span": None}, "place": None, "status": told.status, "attribution": [],
            "core": line.core, "confidence": (50 + line.noise % 45) / 100, "rule": rule,
        }  # fmt: skip
        self.events.append(event)
        return event

    def _say(
        self, speaker: str | None, kind: str, cue: list[int], content: list[int], events: list[str]
    ) -> dict[str, Any]:
        statement: dict[str, Any] = {
            "id": f"s{len(self.statements) + 1}", "speaker": speaker, "speaker_span": None, "addressee": None,
            "kind": kind, "cue": cue, "content": content, "attribution": [],
            "date": {"value": None, "span": None}, "events": events,
        }  # fmt: skip
        self.statements.append(statement)
        return statement

    def _stance(self, stance: tuple[str, ...], line: Line, spans: dict[str, list[int]]) -> None:
        holder, target, polarity, tag = stance
        aim = line.words["I"] if target == "I" else self._ref(line.parts[target])
        self.stances.append(
            {"holder": self._ref(line.parts[holder]), "target": aim, "polarity": polarity, "evidence": spans[tag]}
        )
