"""Writes synthetic readings, realistic in names and repeats, to measure how a record grows.

usage: python bench/synthetic.py N [--seed 1] [--days 3650] > readings.jsonl

N       How many readings.
--seed  Another seed gives another world: other persons, other stories.
--days  The days that 100,000 readings fill. Fewer readings end earlier and more go on, so that the first readings of a
        run are the same whatever its length, and one stream shows growth.

Each line is a reading as `ranke read --json` writes it, with the report's text in `document.text`. Countries, parties
and media are real, all persons and all events are invented.
"""

import argparse
import heapq
import itertools
import json
import random
import sys
import tomllib
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
if str(HERE) not in sys.path:
    sys.path.insert(0, str(HERE))  # the files beside this one, however it is loaded

import synthetic_dates as dates  # noqa: E402 - the path comes first
from synthetic_sentences import Line, Sentence, compile_sentence, rules, wrapped  # noqa: E402 - the path comes first
from synthetic_stories import Happening, Stories, Story  # noqa: E402 - the path comes first
from synthetic_text import Page  # noqa: E402 - the path comes first
from synthetic_world import Part, World, chance  # noqa: E402 - the path comes first

START = date(2010, 1, 1)
FULL = 100_000
"""Readings that fill the period."""
ECHOES = 0.08
"""The share of reports that are near-copies of another outlet's."""
LATE = 0.06
"""The share of reports that reach the record days after their own date."""
DENIED = 0.12
"""The share of reports in which a side denies the event."""
LINES = 7
"""Sentences of a report, at least."""
MEMORY = 8
"""Past events that each country is remembered for."""


@dataclass(slots=True)
class Draft:
    """A report before it is written: an echo is the same draft with small edits."""

    outlet: int
    day: int
    title: str
    place: str
    lines: list[Line]
    swaps: tuple[tuple[str, str], ...] = ()


class Stream:
    """Makes reports day by day; what it holds doesn't grow with their number."""

    def __init__(self, seed: int, days: int) -> None:
        self.words: dict[str, Any] = tomllib.loads((HERE / "synthetic_words.toml").read_text(encoding="utf-8"))
        self.rules = rules(self.words["rules"])
        self.world = World(seed, self.words)
        self.draw = self.world.random
        self.rate = FULL / days
        self.seed = seed
        self.due: list[tuple[int, int, Story, Happening]] = []
        self.counter = itertools.count()
        self.remembered: dict[str, deque[Happening]] = {}
        self.recent: deque[Draft] = deque(maxlen=64)
        self.stories = Stories(self.world, self.words)
        self._compile()

    def _compile(self) -> None:
        table = self.words["sentences"]
        frames = table["wrap"]
        self.sentences = {
            name: [compile_sentence(row) for row in rows]
            for name, rows in table.items()
            if name not in {"wrap", "recall"}
        }
        self.tells: dict[str, list[tuple[Sentence, list[Sentence]]]] = {}
        self.recalls: dict[str, list[Sentence]] = {}
        for name, act in self.words["acts"].items():
            self.tells[name] = [
                (compile_sentence(row), [wrapped(row, frame) for frame in frames]) for row in act["tell"]
            ]
            self.recalls[name] = [
                compile_sentence({**act["recall"], "text": carrier.replace("{}", act["recall"]["text"])})
                for carrier in table["recall"]
            ]

    def _outlet(self) -> int:
        world = self.world
        return self.draw.choices(range(len(world.outlets)), cum_weights=world.outlet_weights)[0]

    def _line(self, sentence: Sentence, happening: Happening, told: dict[str, Any], *, core: bool = False) -> Line:
        """Fill a sentence for one report: who speaks of whom, the numbers of this account."""
        draw = self.draw
        parts = dict(happening.parts)
        parts |= told["parts"]
        faces = ("x", "y") if chance(draw, 0.7) else ("B", "C")
        speaker, other = (0, "Y") if chance(draw, 0.5) else (1, "X")
        parts["S"], parts["T"] = parts[faces[speaker]], parts[other]
        times = {"F": dates.ahead(told["day"], draw)} if "F" in sentence.slots else {}
        stated = dates.said(told["day"], draw) if "t" in sentence.slots else None
        if stated:
            times["t"] = stated
        when = dates.past(START + timedelta(days=happening.day), told["day"], draw) if "D" in sentence.slots else None
        if when:
            times["D"] = when
        rule = told["rule"]
        words = happening.words | {"#": told["count"], "G": told["other"]}
        return Line(sentence, parts, words, times, happening.place, rule, core, draw.getrandbits(48))

    def _draft(self, story: Story, happening: Happening, today: int) -> Draft:
        """Plan one outlet's report of an event."""
        draw, world = self.draw, self.world
        outlet = self._outlet()
        shift = draw.randint(1, 6) if chance(draw, LATE) else 0
        own = max(happening.day, today - shift, 0)
        day = START + timedelta(days=own)
        act = self.words["acts"][happening.act]
        rule = act["tell"][0]["events"][0].split()[1]
        agency = draw.randrange(self.words["lists"]["agencies"])
        media = [body for body in story.home.media if body is not world.outlets[agency]]
        local = draw.choice(media) if media else world.outlets[self.words["lists"]["agencies"]]
        told: dict[str, Any] = {
            "day": day,
            "rule": rule,
            "parts": {"K": Part(world.outlets[agency]), "L": Part(local)},
            "count": _about(happening.count * draw.choice((1, 1, 1, 0.8, 1.3)), draw),
            "other": _about(happening.count * draw.choice((0.3, 0.5, 0.6)), draw),
        }
        plain, frames = draw.choice(self.tells[happening.act])
        lead = draw.choice(frames) if outlet != agency and chance(draw, 0.25) else plain
        lines = [self._line(lead, happening, told, core=True)]
        for name in self._outline(warm=act.get("warm", False), counted=lead.number):
            sentence = draw.choice(self.sentences[name])
            if all(line.sentence is not sentence for line in lines):
                lines.append(self._line(sentence, happening, told, core=name == "denial"))
        while len(lines) < LINES:
            lines.append(self._line(draw.choice(self.sentences["filler"]), happening, told))
        before = self._background(story, happening)
        if before:
            line = self._line(draw.choice(self.recalls[before.act]), before, told)
            line.times["R"] = dates.before(START + timedelta(days=before.day), day)
            lines.insert(draw.randrange(2, len(lines)), line)
        self._remember(story, happening)
        names = {key: part.being.name for key, part in happening.parts.items()}
        names |= {side: happening.parts[side].being.shorts[0] for side in "xy"}
        title = act["title"].format(**names, I=happening.words["I"], P=happening.place.name)
        return Draft(outlet, own, title, happening.place.name, lines)

    def _outline(self, *, warm: bool, counted: bool) -> list[str]:
        """Return which kinds of sentence follow the lead."""
        draw, mood = self.draw, "warm" if warm else "cold"
        names = ["detail", f"quote_{mood}", f"claim_{mood}", f"answer_{mood}", "filler"]
        names += ["stance"] if chance(draw, 0.6) else []
        names += ["number"] if counted and chance(draw, 0.7) else []
        names += ["denial"] if chance(draw, DENIED) else []
        names += [f"claim_{mood}"] if chance(draw, 0.5) else []
        names += [f"quote_{mood}"] if chance(draw, 0.6) else []
        names += ["plan"] if chance(draw, 0.5) else []
        names += ["filler"] * draw.randrange(3)
        rest = names[2:]
        draw.shuffle(rest)
        return names[:2] + rest

    def _background(self, story: Story, happening: Happening) -> Happening | None:
        """Return an earlier event that the report looks back on: of the story, or of the country."""
        draw = self.draw
        earlier = [past for past in story.past if past is not happening and past.day < happening.day]
        if earlier and chance(draw, 0.7):
            return earlier[-1] if chance(draw, 0.6) else draw.choice(earlier)
        known = self.remembered.get(story.home.state.country or "")
        if known and chance(draw, 0.25):
            past = draw.choice(known)
            return past if past.day < happening.day else None
        return None

    def _remember(self, story: Story, happening: Happening) -> None:
        if happening in story.past:
            return
        story.past.append(happening)
        if chance(self.draw, 0.2):
            known = self.remembered.setdefault(story.home.state.country or "", deque(maxlen=MEMORY))
            known.append(happening)

    def _echo(self, draft: Draft, today: int) -> Draft:
        """Return a near-copy: another outlet and dateline, a sentence less or more, a few other words."""
        draw = self.draw
        lines = list(draft.lines)
        if chance(draw, 0.5) and len(lines) >= LINES:
            lines.pop()
        if chance(draw, 0.5):
            extra = draw.choice(self.sentences["filler"])
            lines.append(Line(extra, {}, {}, {}, None, "", core=False, noise=0))
        swaps = [(old, new) for old, new in self.words["lists"]["swaps"] if chance(draw, 0.4)]
        return Draft(self._outlet(), max(draft.day, today - 1), draft.title, draft.place, lines, tuple(swaps))

    def drafts(self) -> Iterator[Draft]:
        """Yield reports for ever, in the order in which they become known."""
        owed, sent = 0.0, 0
        for today in itertools.count():
            owed += self.rate
            while sent < owed or (self.due and self.due[0][0] <= today):
                if not self.due or self.due[0][0] > today:
                    story, reports = self.stories.begin(today)
                    for known, happening in reports:
                        heapq.heappush(self.due, (known, next(self.counter), story, happening))
                    continue
                *_, story, happening = heapq.heappop(self.due)
                draft = self._draft(story, happening, today)
                self.recent.append(draft)
                yield draft
                sent += 1
                if chance(self.draw, ECHOES / (1 - ECHOES)):
                    yield self._echo(self.draw.choice(self.recent), today)
                    sent += 1

    def write(self, draft: Draft, number: int) -> tuple[dict[str, Any], str]:
        """Return the reading of a draft and its text."""
        outlet = self.world.outlets[draft.outlet]
        agency = draft.outlet < self.words["lists"]["agencies"]
        opening = f"{draft.place.upper()} ({outlet.name}) - " if agency else ""
        page = Page(draft.outlet, self.rules, opening, draft.swaps)
        for line in draft.lines:
            page.write(line)
        text = page.text()
        name = f"syn{self.seed}-{number:07d}"
        day = (START + timedelta(days=draft.day)).isoformat()
        document = {
            "id": name, "date": day, "outlet": outlet.name, "title": draft.title, "url": f"https://example.org/{name}",
            "language": "en", "characters": len(text),
        }  # fmt: skip
        return {"format": "ranke/1", "document": document, **page.reading()}, text


def _about(count: float, draw: random.Random) -> str:
    """Return a number as news gives it."""
    step = 10 if count < 1000 else 100  # noqa: PLR2004 - larger numbers are rounded more
    rounded = max(step, round(count / step) * step)
    return f"{draw.choice(('some', 'about', 'at least', 'nearly', 'more than'))} {rounded:,}"


def readings(n: int, *, seed: int = 1, days: int = 3650) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield readings with the texts that they are of; the first ones are the same however many are asked for.

    Args:
        n: How many.
        seed: Which world.
        days: The days that `FULL` readings fill.
    """
    stream = Stream(seed, days)
    for number, draft in enumerate(itertools.islice(stream.drafts(), n), start=1):
        yield stream.write(draft, number)


def main() -> None:
    """Write the readings to the standard output."""
    parser = argparse.ArgumentParser(description="Writes synthetic readings to measure how a record grows.")
    parser.add_argument("n", type=int, help="how many readings")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--days", type=int, default=3650, help="the days that 100,000 readings fill")
    options = parser.parse_args()
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
    for reading, text in readings(options.n, seed=options.seed, days=options.days):
        reading["document"]["text"] = text
        sys.stdout.write(encode(reading) + "\n")


if __name__ == "__main__":
    main()
