"""Fits the weights of `reading/events/weights.toml` on the gold of the record bench.

usage: python bench/fit.py [--write] [--folds 5]

Two models: a conditional logit for who stands on a side that grammar leaves open, and a logistic regression for whether
an event is right with both its sides. Both have an L2 penalty and are fitted by Newton's method, so that the same gold
gives the same table. Reports whose texts may only be measured on ("gu-") are left out of the fit.

Without `--write` it prints what the models reach on reports that they were not fitted on: each fold is read with the
weights of the others. The second model is always fitted on sides chosen so, by weights of other folds.
"""

import argparse
import importlib
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

import ranke.reading as reading
from ranke.model import Report
from ranke.reading.events import choosing, rating
from ranke.reading.events.choosing import Choice, Weights, open_sides, settle
from ranke.reading.events.evidence import Stage, members
from ranke.reading.finish import _actor
from ranke.reading.parser import parse

HERE = Path(__file__).resolve().parent
GOLD = HERE.parents[1] / "shared" / "bench" / "record"
sys.path.insert(0, str(GOLD))
scorer: Any = importlib.import_module("score")
"""The bench's own scorer, beside its gold."""
TABLE = HERE.parent / "src" / "ranke" / "reading" / "events" / "weights.toml"
HEAD = """# Weights of the features in `evidence.py` (source, target: whom an open side names) and `rating.py` (right: whether an
# event is right with both its sides), in log odds. Fitted by `bench/fit.py` on the gold of the record bench (annotation
# ours; texts from Wikinews, CC BY 2.5): never edited by hand. A feature that is not here weighs nothing.
"""
"""What the table says of itself."""

PENALTY = {"source": 10.0, "target": 10.0, "right": 20.0}
SEEN = 6
"""Choices or events in which a feature must be true to get a weight."""
Case = tuple[tuple[tuple[str, ...], ...], tuple[int, ...]]
"""What speaks for each of several answers, and which of them are right."""


class Bench:
    """The reports of the record bench, parsed once, and their gold."""

    def __init__(self) -> None:
        lines = (GOLD / "reports.jsonl").read_text(encoding="utf-8").splitlines()
        self.reports = [Report(id=r["id"], date=r["date"], text=r["text"]) for r in map(json.loads, lines)]
        self.docs = [parse(report.text) for report in self.reports]
        golds = [json.loads((GOLD / "gold" / f"{report.id}.json").read_text()) for report in self.reports]
        self.gold = [scorer.gold_to_record(one, r.text) for one, r in zip(golds, self.reports, strict=True)]

    def read(self, at: int, fill: Any, rate: Any) -> Any:
        """Return the reading of one report with these two steps in place of the reader's own."""
        own = reading.fill_sides, reading.rate
        reading.fill_sides, reading.rate = fill, rate
        try:
            return reading._read(self.reports[at], self.docs[at], None)  # noqa: SLF001 (the parse is kept)
        finally:
            reading.fill_sides, reading.rate = own


def aligned(gold: Any, cast: Any, doc: Any) -> tuple[dict[str, str], dict[str, str]]:
    """Return which of a reader's actors is which of the gold's, both ways."""
    actors = [json.loads(_actor(part, doc).model_dump_json()) for part in cast.actors.values()]
    found: tuple[dict[str, str], dict[str, str]] = scorer.align_actors(gold["actors"], actors)
    return found


def lesson(choice: Choice, stage: Stage, gold: Any, text: str, ids: tuple[dict[str, str], dict[str, str]]) -> Case | None:
    """Return a choice with its right answers; None where the gold has no such event or names whom the reader has not."""
    event, (ours, theirs) = stage.events[choice.place], ids
    sentences = scorer.sentences(text)
    at = scorer.sent_of(sentences, event.trigger[0])
    known = {side: {theirs.get(one, "?") for one in members(event, side)} for side in ("source", "target")}
    best: tuple[float, Any] = (-1.0, None)
    for one in gold["events"]:
        spots = [one["trigger"], *one["more"]]
        if one["type"] != event.type or all(scorer.sent_of(sentences, spot[0]) != at for spot in spots):
            continue
        meets = sum(bool(known[f"{side}"] & set(one[f"{side}s"])) for side in known)
        near = any(scorer.overlap(spot, event.trigger) for spot in spots)
        best = max(best, (meets + 1.5 * near, one), key=lambda pair: pair[0])
    if best[1] is None:
        return None
    wanted = set(best[1][f"{choice.side}s"])
    if event.mutual:
        wanted = set(best[1]["sources"]) | set(best[1]["targets"])
    names = {ours[one] for one in wanted if one in ours}
    if event.mutual:
        names -= set(members(event, "source")) | set(members(event, "target"))
    if wanted and not names:
        return None
    good = tuple(k for k, actor in enumerate(choice.actors) if (actor in names if actor else not wanted))
    return (choice.features, good) if good else None


def fit(cases: list[Case], penalty: float) -> Weights:
    """Return the weights under which the right answers are likeliest, less `penalty` / 2 times their squares."""
    seen = Counter(name for features, _ in cases for names in features for name in names)
    names = sorted(name for name, count in seen.items() if count >= SEEN)
    column = {name: place for place, name in enumerate(names)}
    rows = [each for features, _ in cases for each in features]
    table = np.zeros((len(rows), len(names)))
    for row, each in enumerate(rows):
        for name in each:
            if name in column:
                table[row, column[name]] = 1.0
    sizes = np.array([len(features) for features, _ in cases])
    starts = np.cumsum(sizes) - sizes
    case_of = np.repeat(np.arange(len(cases)), sizes)
    right = np.zeros(len(rows))
    for start, (_, good) in zip(starts, cases, strict=True):
        right[[start + one for one in good]] = 1.0
    found = np.zeros(len(names))
    for _ in range(30):
        points = table @ found
        shares = np.exp(points - np.maximum.reduceat(points, starts)[case_of])
        every = shares / np.add.reduceat(shares, starts)[case_of]
        shares = shares * right
        wanted = shares / np.add.reduceat(shares, starts)[case_of]
        means = np.add.reduceat(table * every[:, None], starts)
        curve = (table * every[:, None]).T @ table - means.T @ means + penalty * np.eye(len(names))
        step = np.linalg.solve(curve, table.T @ (wanted - every) - penalty * found)
        found += step
        if np.abs(step).max() < 1e-4:  # noqa: PLR2004
            break
    return {name: round(float(weight), 2) for name, weight in zip(names, found, strict=True) if abs(weight) >= 0.01}  # noqa: PLR2004


def choices(bench: Bench) -> list[list[tuple[Choice, Case | None]]]:
    """Return for each report the open sides, each with its lesson."""
    found: list[list[tuple[Choice, Case | None]]] = []
    for at, doc in enumerate(bench.docs):
        mine: list[tuple[Choice, Case | None]] = []

        def fill(_: Any, cast: Any, events: Any, statements: Any, at: int = at, doc: Any = doc, mine: Any = mine) -> None:
            stage = Stage(doc, cast, events, statements)
            ids = aligned(bench.gold[at], cast, doc)
            text = bench.reports[at].text
            mine += [(one, lesson(one, stage, bench.gold[at], text, ids)) for one in open_sides(stage)]

        bench.read(at, fill, lambda _doc, _cast, events: events)
        found.append(mine)
    return found


def verdicts(bench: Bench, at: int, by_side: dict[str, Weights]) -> list[Case]:
    """Return what speaks for each event of a report, its open sides filled with these weights, and whether it is right."""
    kept: list[tuple[str, ...]] = []

    def fill(doc: Any, cast: Any, events: Any, statements: Any) -> None:
        settle(events, [(one, *one.likeliest(by_side[one.side])) for one in open_sides(Stage(doc, cast, events, statements))])

    def rate(doc: Any, cast: Any, events: Any) -> Any:
        kept.extend(tuple(rating.signs(doc, cast, events, event)) for event in events)
        return events

    done = json.loads(bench.read(at, fill, rate).model_dump_json())
    right = in_full(bench.gold[at], done, bench.reports[at].text)
    return [(((), names), (int(place in right),)) for place, names in enumerate(kept)]


def in_full(gold: Any, ours: Any, text: str) -> set[int]:
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
            if _meet(one, *sides) or (one["type"] in scorer.MUTUAL and _meet_crossed(one, *sides)):
                pairs.append((1 + any(scorer.overlap(spot, one["trigger"]) for spot in spots), k, place))
    return {place for _, place in scorer.match(pairs)}


def _meet(gold: Any, sources: set[str], targets: set[str]) -> bool:
    both = ((set(gold["sources"]), sources), (set(gold["targets"]), targets))
    return all(bool(one & other) or not (one or other) for one, other in both)


def _meet_crossed(gold: Any, sources: set[str], targets: set[str]) -> bool:
    several = 2
    return _meet(gold, targets, sources) or len({*gold["sources"], *gold["targets"]} & (sources | targets)) >= several


def licensed(report: Report) -> bool:
    """Whether the text of a report may be fitted on."""
    return not report.id.startswith("gu-")


def fitted(found: list[list[tuple[Choice, Case | None]]], keep: list[int]) -> dict[str, Weights]:
    """Return the weights of both sides, fitted on the choices of these reports."""
    cases: dict[str, list[Case]] = {"source": [], "target": []}
    for at in keep:
        for choice, case in found[at]:
            if case is not None:
                cases[choice.side].append(case)
    return {side: fit(mine, PENALTY[side]) for side, mine in cases.items()}


def main() -> None:
    """Fit, and print what holds on reports left out of the fit."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--write", action="store_true", help="write the table")
    ask.add_argument("--folds", type=int, default=5)
    ask.add_argument("--least", type=float, nargs="*", default=[0.2])
    asked = ask.parse_args()
    bench = Bench()
    free = [at for at, report in enumerate(bench.reports) if licensed(report)]
    found = choices(bench)
    folds = [[at for at in free if at % asked.folds != fold] for fold in range(asked.folds)]
    sides = [fitted(found, keep) for keep in folds]
    judged = [verdicts(bench, at, sides[at % asked.folds]) for at in range(len(bench.docs))]
    right = [fit([case for at in keep for case in judged[at]], PENALTY["right"]) for keep in folds]
    for least in asked.least:
        print(f"least {least}", held_out(bench, sides, right, least))
    if asked.write:
        write({**fitted(found, free), "right": fit([case for at in free for case in judged[at]], PENALTY["right"])})


def held_out(bench: Bench, sides: list[dict[str, Weights]], right: list[Weights], least: float) -> str:
    """Return the figures of the bench, each report read with weights that it had no part in."""
    readings = {}
    own, rating._LEAST = rating._LEAST, least  # noqa: SLF001 (tried at several values)
    for at, report in enumerate(bench.reports):
        tables = {**sides[at % len(sides)], "right": right[at % len(right)]}
        choosing.weights.cache_clear()
        choosing_weights, choosing.weights = choosing.weights, tables.__getitem__  # type: ignore[assignment]
        rating_weights, rating.weights = rating.weights, tables.__getitem__  # type: ignore[assignment]
        reading_done = bench.read(at, choosing.fill_sides, rating.rate)
        choosing.weights, rating.weights = choosing_weights, rating_weights
        readings[report.id] = json.loads(reading_done.model_dump_json())
    rating._LEAST = own  # noqa: SLF001
    figures, _, _ = scorer.score(GOLD / "gold", GOLD / "text", readings)
    return " ".join(f"{name} {one.get('f1', one.get('share')):.3f}" for name, one in figures.items())


def write(tables: dict[str, Weights]) -> None:
    """Write the table of weights."""
    lines = [HEAD]
    for part, mine in tables.items():
        lines.append(f"\n[{part}]\n" + "".join(f'"{name}" = {mine[name]}\n' for name in sorted(mine)))
    TABLE.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
