"""Fits the weights of `reading/events/weights.toml` on the gold of the record bench and on invented reports.

usage: python bench/fit.py [--write] [--least P …]

Two models: a conditional logit for who stands on a side that grammar leaves open, and a logistic regression for whether
an event is right with both its sides. Both have an L2 penalty and are fitted by Newton's method, so that the same gold
gives the same table. Reports whose texts may only be measured on ("gu-") are left out of the fit.

It prints what the models reach on reports that they were not fitted on: each fifth of them is read with the weights of
the other four. The second model is fitted on sides chosen by weights of other fifths, too.
"""

import argparse
import importlib
import json
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from golds import Gold, Record, invented, recorded
from spacy.tokens import Doc

from ranke import reading
from ranke.reading.events.choosing import Choice, Tables, Weights, fill_sides, open_sides
from ranke.reading.events.evidence import SIDES, Stage, members
from ranke.reading.events.rating import LEAST, rate, signs
from ranke.reading.finish import _actor
from ranke.reading.parser import parse
from ranke.reading.parts import Cast, EventPart, StatementPart

HERE = Path(__file__).resolve().parent
GOLD = HERE.parents[1] / "shared" / "bench" / "record"
TABLE = HERE.parent / "src" / "ranke" / "reading" / "events" / "weights.toml"
HEAD = """\
# Weights, in log odds, of the features in `evidence.py` (source, target: who stands on an open side) and `rating.py`
# (right: whether an event is right with both its sides). A feature that is not here weighs nothing.
# Fitted by `bench/fit.py` on the gold of the record bench (its texts are from Wikinews, CC BY 2.5) and of invented
# reports (`bench/invented`): not edited by hand.
"""
SETS = (3, 4)
"""The invented reports that the fit takes: the plainer ones, which are like the record bench's."""
TIMES = 2
"""How often a report of the record bench counts where being right is fitted: the invented ones are harder."""
FOLDS = 5
PENALTY = {"source": 10.0, "target": 10.0, "right": 20.0}
SEEN = 6
"""Answers of which a feature must be true to get a weight."""
STEPS, CLOSE, SLIGHT = 30, 1e-4, 0.01
"""Newton steps at most; the change of a weight that ends them; the weight that is left out."""
sys.path.insert(0, str(GOLD))
scorer: Any = importlib.import_module("score")
"""The bench's own scorer, beside its gold."""

Fill = Callable[[Doc, Cast, list[EventPart], list[StatementPart]], None]
Rate = Callable[[Doc, Cast, list[EventPart]], list[EventPart]]
Ids = tuple[dict[str, str], dict[str, str]]
"""Which of the reader's actors is which of the gold's: by the gold's id, and by the reader's."""
Case = tuple[tuple[tuple[str, ...], ...], tuple[int, ...]]
"""What speaks for each of several answers, and the places of those that are right."""


class Bench:
    """The reports of the record bench and the invented ones, parsed once, and their gold."""

    def __init__(self) -> None:
        given: list[Gold] = [*recorded(GOLD), *invented(*SETS)]
        self.reports = [one.report for one in given]
        self.docs = [parse(report.text) for report in self.reports]
        self.gold = [scorer.gold_to_record(one.record, one.report.text) for one in given]
        self.free = [at for at, report in enumerate(self.reports) if not report.id.startswith("gu-")]

    def read(self, at: int, fill: Fill, judge: Rate) -> Record:
        """Return the reading of one report, with these two steps in place of the reader's own."""
        own = reading.fill_sides, reading.rate
        reading.fill_sides, reading.rate = fill, judge
        try:
            done = reading._read(self.reports[at], self.docs[at], None)  # noqa: SLF001 (the parse is kept)
        finally:
            reading.fill_sides, reading.rate = own
        found: Record = json.loads(done.model_dump_json())
        return found

    def lessons(self, at: int) -> list[tuple[str, Case]]:
        """Return the open sides of a report, with who the gold says stands there."""
        found: list[tuple[str, Case]] = []

        def fill(doc: Doc, cast: Cast, events: list[EventPart], statements: list[StatementPart]) -> None:
            stage = Stage(doc, cast, events, statements)
            actors = [json.loads(_actor(part, doc).model_dump_json()) for part in cast.actors.values()]
            ids: Ids = scorer.align_actors(self.gold[at]["actors"], actors)
            for choice in open_sides(stage):
                event = events[choice.place]
                told = self.told(at, event, ids)
                right = answers(choice, event, told, ids) if told is not None else ()
                if right:
                    found.append((choice.side, (choice.features, right)))

        self.read(at, fill, lambda _doc, _cast, events: events)
        return found

    def told(self, at: int, event: EventPart, ids: Ids) -> Record | None:
        """Return the event of the gold that this one most likely is: of its type, in its sentence."""
        sentences = scorer.sentences(self.reports[at].text)
        place = scorer.sent_of(sentences, event.trigger[0])
        best: tuple[float, Record | None] = (-1.0, None)
        for one in self.gold[at]["events"]:
            spots = (one["trigger"], *one["more"])
            if one["type"] != event.type or all(scorer.sent_of(sentences, spot[0]) != place for spot in spots):
                continue
            met = sum(
                bool({ids[1].get(each) for each in members(event, side)} & set(one[f"{side}s"])) for side in SIDES
            )
            points = met + 1.5 * any(scorer.overlap(spot, event.trigger) for spot in spots)
            best = max(best, (points, one), key=lambda pair: pair[0])
        return best[1]

    def verdicts(self, at: int, tables: Tables) -> list[Case]:
        """Return what speaks for each event, its open sides filled with these weights, and whether it is right."""
        found: list[tuple[str, ...]] = []

        def judge(doc: Doc, cast: Cast, events: list[EventPart]) -> list[EventPart]:
            found.extend(tuple(names) for names in signs(doc, cast, events))
            return events

        done = self.read(at, partial(fill_sides, tables=tables), judge)
        right = in_full(self.gold[at], done, self.reports[at].text)
        return [(((), names), (int(place in right),)) for place, names in enumerate(found)]

    def right_fitted(self, judged: list[list[Case]], keep: list[int]) -> Weights:
        """Return the weights of what makes an event right, fitted on the verdicts on these reports."""
        times = [1 if self.reports[at].id.startswith("in-") else TIMES for at in keep]
        return fit([case for at, many in zip(keep, times, strict=True) for case in judged[at] * many], PENALTY["right"])


def answers(choice: Choice, event: EventPart, told: Record, ids: Ids) -> tuple[int, ...]:
    """Return the places of the right answers; none where the gold names somebody whom the reader has not found."""
    wanted = set(told[f"{choice.side}s"])
    if event.mutual:
        wanted = {*told["sources"], *told["targets"]}
    names = {ids[0][one] for one in wanted if one in ids[0]}
    if event.mutual:
        names -= {*event.sources, *event.targets}
    if wanted and not names:
        return ()
    return tuple(k for k, actor in enumerate(choice.actors) if (actor in names if actor else not wanted))


def in_full(gold: Record, ours: Record, text: str) -> set[int]:
    """Return the places of the events that the bench finds right in full, each of the gold's at most once."""
    sentences = scorer.sentences(text)
    _, theirs = scorer.align_actors(gold["actors"], ours["actors"])
    pairs = []
    for k, one in enumerate(gold["events"]):
        where = {scorer.sent_of(sentences, spot[0]) for spot in (one["trigger"], *one["more"])}
        for place, event in enumerate(ours["events"]):
            spots = (event["trigger"], *event["more"])
            if event["type"] != one["type"] or all(scorer.sent_of(sentences, spot[0]) not in where for spot in spots):
                continue
            sides = [{theirs.get(actor, "?" + actor) for actor in event[side]} for side in ("sources", "targets")]
            both = {*one["sources"], *one["targets"]} & set.union(*sides)
            mutual = one["type"] in scorer.MUTUAL and (len(both) > 1 or _meet(one, *reversed(sides)))
            if mutual or _meet(one, *sides):
                pairs.append((1 + any(scorer.overlap(spot, one["trigger"]) for spot in spots), k, place))
    return {place for _, place in scorer.match(pairs)}


def _meet(gold: Record, sources: set[str], targets: set[str]) -> bool:
    both = ((set(gold["sources"]), sources), (set(gold["targets"]), targets))
    return all(bool(one & other) or not (one or other) for one, other in both)


def fit(cases: list[Case], penalty: float) -> Weights:
    """Return the weights under which the right answers are likeliest, less `penalty` / 2 times their squares."""
    seen = Counter(name for features, _ in cases for names in features for name in names)
    names = sorted(name for name, count in seen.items() if count >= SEEN)
    column = {name: place for place, name in enumerate(names)}
    sizes = np.array([len(features) for features, _ in cases])
    starts, case_of = np.cumsum(sizes) - sizes, np.repeat(np.arange(len(cases)), sizes)
    table, right = np.zeros((int(sizes.sum()), len(names))), np.zeros(int(sizes.sum()))
    for start, (features, good) in zip(starts, cases, strict=True):
        right[[start + one for one in good]] = 1.0
        for row, each in enumerate(features, start):
            table[row, [column[name] for name in each if name in column]] = 1.0
    found = np.zeros(len(names))
    for _ in range(STEPS):
        points = table @ found
        shares = np.exp(points - np.maximum.reduceat(points, starts)[case_of])
        every = shares / np.add.reduceat(shares, starts)[case_of]
        wanted = shares * right / np.add.reduceat(shares * right, starts)[case_of]
        means = np.add.reduceat(table * every[:, None], starts)
        curve = (table * every[:, None]).T @ table - means.T @ means + penalty * np.eye(len(names))
        step = np.linalg.solve(curve, table.T @ (wanted - every) - penalty * found)
        found += step
        if np.abs(step).max() < CLOSE:
            break
    rounded = {name: round(float(weight), 2) for name, weight in zip(names, found, strict=True)}
    return {name: weight for name, weight in rounded.items() if abs(weight) >= SLIGHT}


def sides_fitted(lessons: list[list[tuple[str, Case]]], keep: list[int]) -> Tables:
    """Return the weights of both sides, fitted on the lessons of these reports."""
    return {
        side: fit([case for at in keep for one, case in lessons[at] if one == side], PENALTY[side]) for side in SIDES
    }


def held_out(bench: Bench, tables: list[Tables], least: float) -> list[str]:
    """Return the figures of the record bench and of the invented reports, each read with the weights of its fold."""
    tallies = {"record": scorer.Tally(), "invented": scorer.Tally()}
    for at, report in enumerate(bench.reports):
        mine = tables[at % FOLDS]
        found = bench.read(at, partial(fill_sides, tables=mine), partial(rate, tables=mine, least=least))
        tally = tallies["invented" if report.id.startswith("in-") else "record"]
        scorer.score_doc(bench.gold[at], found, report.text, tally, [])
    return [
        f"{name}: " + " ".join(f"{key} {one.get('f1', one.get('share')):.3f}" for key, one in tally.figures().items())
        for name, tally in tallies.items()
    ]


def written(tables: Tables) -> str:
    """Return the table of weights as TOML."""
    parts = [
        f"\n[{part}]\n" + "".join(f'"{name}" = {mine[name]}\n' for name in sorted(mine))
        for part, mine in tables.items()
    ]
    return HEAD + "".join(parts)


def main() -> None:
    """Fit, and print what holds on reports left out of the fit."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--write", action="store_true", help="write the table")
    ask.add_argument("--least", type=float, nargs="*", default=[LEAST], help="probabilities under which events fall")
    asked = ask.parse_args()
    bench = Bench()
    every = range(len(bench.reports))
    lessons = [bench.lessons(at) for at in every]
    folds = [[at for at in bench.free if at % FOLDS != fold] for fold in range(FOLDS)]
    tables = [sides_fitted(lessons, keep) for keep in folds]
    judged = [bench.verdicts(at, tables[at % FOLDS]) for at in every]
    for fold, keep in zip(tables, folds, strict=True):
        fold["right"] = bench.right_fitted(judged, keep)
    for least in asked.least:
        print(f"events of at least {least}, held out:", *held_out(bench, tables, least), sep="\n")
    if asked.write:
        whole = sides_fitted(lessons, bench.free)
        whole["right"] = bench.right_fitted(judged, bench.free)
        TABLE.write_text(written(whole), encoding="utf-8")


if __name__ == "__main__":
    main()
