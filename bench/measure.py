"""Measures what Ranke reaches and what it costs, and writes it to docs/measurements.md.

usage: python bench/measure.py [--bench DIR] [--write]

--bench  The folder of gold data and scorers (default: ../shared/bench, or $RANKE_BENCH). What is not there is left out.
--write  Put the figures into docs/measurements.md instead of only printing them.
--grow   How many synthetic readings to file, to see what a growing record costs (default: 3000).

Speed and memory are ratios within this one run: the bare parse and the whole reading of the same reports in turns.
"""

import argparse
import hashlib
import importlib.util
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import ranke
from ranke.reading.parser import parse, pipeline
from ranke.reading.times.find import find_times

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "measurements.md"
START, END = "<!-- figures: made by `make bench` -->", "<!-- end of figures -->"
TURNS = 3


def load(path: Path) -> ModuleType:
    """Return a scorer as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        message = f"{path} can't be loaded"
        raise ImportError(message)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def readings(path: Path) -> list[str]:
    """Return the reading of each report of a file, as the lines that the CLI writes."""
    return [ranke.read(report).model_dump_json() for report in ranke.reports(path)]


def record_figures(bench: Path) -> list[str]:
    """Score the record bench: one line a figure, with those of its two halves."""
    folder = bench / "record"
    score, coreference = load(folder / "score.py"), load(ROOT / "bench" / "coreference.py")
    predicted = {row["document"]["id"]: row for row in map(json.loads, readings(folder / "reports.jsonl"))}

    def figures_of(gold: Path) -> dict[str, Any]:
        found: dict[str, Any] = score.score(gold, folder / "text", predicted)[0]
        return {**found, "coreference": coreference.figure(_marked(score, gold, folder / "text", predicted))}

    figures = figures_of(folder / "gold")
    halves = [figures_of(half) for half in _halves(folder)]
    lines = ["| figure | value | precision | recall | even half | odd half |", "|---|---|---|---|---|---|"]
    for name, one in figures.items():
        even, odd = (_value(half[name]) for half in halves)
        shares = f"{one.get('p', '')} | {one.get('r', '')}"
        lines.append(f"| {name} | {_value(one):.3f} | {shares} | {even:.3f} | {odd:.3f} |")
    return lines


def invented_figures() -> list[str]:
    """Score the invented reports, set by set: what reports that the rules were not written on are read like."""
    score, golds = load(ROOT / "tests" / "gold" / "score.py"), load(ROOT / "bench" / "golds.py")
    tallies = {number: score.Tally() for number in (1, 2, 3, 4)}
    for one in golds.invented():
        told = score.gold_to_record(one.record, one.report.text)
        read = json.loads(ranke.read(one.report).model_dump_json())
        score.score_doc(told, read, one.report.text, tallies[golds.set_of(one.report.id)], [])
    figures = {number: tally.figures() for number, tally in tallies.items()}
    values = {name: " | ".join(f"{_value(one[name]):.3f}" for one in figures.values()) for name in figures[1]}
    head = ["| figure | set 1 | set 2 | set 3 | set 4 |", "|---|---|---|---|---|"]
    return [*head, *(f"| {name} | {told} |" for name, told in values.items())]


def _marked(score: ModuleType, gold: Path, texts: Path, predicted: dict[str, Any]) -> list[tuple[Any, Any]]:
    """Return the mentions of the gold and of the reading, report by report, as the coreference scorer reads them."""
    coreference = load(ROOT / "bench" / "coreference.py")
    pairs = []
    for path in sorted(gold.glob("*.json")):
        text = (texts / f"{path.stem}.txt").read_text(encoding="utf-8")
        record = score.gold_to_record(json.loads(path.read_text(encoding="utf-8")), text)
        read = predicted.get(record["document"]["id"], {"actors": []})
        pairs.append((coreference.mentions(record["actors"]), coreference.mentions(read["actors"])))
    return pairs


def _value(figure: dict[str, Any]) -> float:
    return float(figure.get("f1", figure.get("share")))


def _halves(folder: Path) -> list[Path]:
    """Return folders with the gold of every second report, from the first one and from the second one on."""
    reports = [row["id"] for row in read_jsonl(folder / "reports.jsonl")]
    made = []
    for first, name in enumerate(("even", "odd")):
        half = ROOT / ".bench" / name
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True)
        for report in reports[first::2]:
            (half / f"{report}.json").symlink_to((folder / "gold" / f"{report}.json").resolve())
        made.append(half)
    return made


def scored(bench: Path, name: str, source: str, predicted: Callable[[Path], str], command: list[str]) -> list[str]:
    """Read one bench, hand it to its own scorer, and return what that prints; `@` in the command is the prediction."""
    if not (bench / source).exists():
        return []
    work = ROOT / ".bench"
    work.mkdir(exist_ok=True)
    given, made, handed = (work / f"{name}.{part}.jsonl" for part in ("given", "readings", "predicted"))
    rows = ({**row, "date": (row.get("date") or "2019-01-01")[:10]} for row in read_jsonl(bench / source))
    given.write_text(
        "".join(json.dumps({key: row[key] for key in ("id", "date", "text")}) + "\n" for row in rows), encoding="utf-8"
    )
    made.write_text("".join(line + "\n" for line in readings(given)), encoding="utf-8")
    handed.write_text(predicted(made), encoding="utf-8")
    arguments = [str(handed) if part == "@" else str(bench / part) if "/" in part else part for part in command]
    out = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=True)
    return [f"### {name}", "", "```", *out.stdout.strip().splitlines()[:40], "```", ""]


def times_of(made: Path) -> str:
    """Find the times of reports for the time scorer: lengths and repetitions too, which readings leave out."""
    lines = []
    for row in read_jsonl(made.with_name(made.name.replace("readings", "given"))):
        found = find_times(parse(row["text"]), row["date"], durations=True)
        times = [{"start": t.span[0], "end": t.span[1], "value": t.value, "type": t.type} for t in found]
        lines.append(json.dumps({"id": row["id"], "times": times}))
    return "\n".join(lines) + "\n"


def other_figures(bench: Path) -> list[str]:
    """Score the quotation, event-type and time benches with their own scorers."""

    def adapted(kind: str) -> Callable[[Path], str]:
        return lambda made: (
            subprocess.run(
                [sys.executable, str(bench / "adapt.py"), kind, str(made)], capture_output=True, text=True, check=True
            ).stdout
        )

    quotes, plv, times = "quotes/dev/documents.jsonl", "plv/train.jsonl", "time/documents.jsonl"
    return [
        *scored(bench, "quotes", quotes, adapted("quotes"), ["quotes/score.py", quotes, "@"]),
        *scored(bench, "plv", plv, adapted("events"), ["plv/score.py", "@", "--gold", plv]),
        *scored(bench, "time", times, times_of, ["time/score.py", "@", "--gold", times]),
    ]


def who_figures(bench: Path) -> list[str]:
    """Score descriptions of actors, which are answered from tables without a parse."""
    cases = bench / "actors" / "cases.jsonl"
    if not cases.exists():
        return []
    made = ROOT / ".bench" / "actors.jsonl"
    made.parent.mkdir(exist_ok=True)
    command = [sys.executable, str(ROOT / "bench" / "who.py"), str(cases)]
    made.write_text(subprocess.run(command, capture_output=True, text=True, check=True).stdout, encoding="utf-8")
    score = [sys.executable, str(bench / "actors" / "score.py"), str(made), "--gold", str(cases)]
    out = subprocess.run(score, capture_output=True, text=True, check=True).stdout.strip().splitlines()
    return ["### actors", "", "```", *out, "```", ""]


def links_figures(bench: Path) -> list[str]:
    """Score a record of the gold readings, so that only what joins reports is measured, and joined mentions."""
    folder, work = bench / "record", ROOT / ".bench"
    if not (folder / "links").exists():
        return []
    work.mkdir(exist_ok=True)
    scorer, gold = str(folder / "score_links.py"), str(folder / "gold")
    given = [sys.executable, scorer, "--readings", gold, str(folder / "text")]
    lines = subprocess.run(given, capture_output=True, text=True, check=True).stdout.splitlines()
    dump, place = work / "links.json", work / "links.db"
    for old in work.glob("links.db*"):
        old.unlink()
    with ranke.Record(place, create=True) as record:
        record.add(lines)
        dump.write_text("".join(record.dump()), encoding="utf-8")
    score = [sys.executable, scorer, gold, str(folder / "links"), str(dump)]
    out = subprocess.run(score, capture_output=True, text=True, check=True).stdout.strip().splitlines()
    told = [*out, *dedup_figures(bench)]
    return ["## One record from many reports", "", "```", *told, "```", ""]


def dedup_figures(bench: Path) -> list[str]:
    """Score which mentions of the dedup bench are put together."""
    folder = bench / "dedup"
    if not (folder / "mentions.jsonl").exists():
        return []
    made = ROOT / ".bench" / "dedup.jsonl"
    command = [sys.executable, str(ROOT / "bench" / "dedup.py"), str(folder / "mentions.jsonl")]
    made.write_text(subprocess.run(command, capture_output=True, text=True, check=True).stdout, encoding="utf-8")
    score = [sys.executable, str(folder / "score.py"), str(made)]
    out = subprocess.run(score, capture_output=True, text=True, check=True).stdout.strip().splitlines()
    return ["dedup: " + line for line in out]


def speed(path: Path) -> list[str]:
    """Time the bare parse and the whole reading of the same reports in turns."""
    reports = list(ranke.reports(path))
    pipeline()
    for report in reports:
        ranke.read(report)
    bare: list[float] = []
    whole: list[float] = []
    for _ in range(TURNS):
        at = time.process_time()
        for report in reports:
            parse(report.text)
        bare.append(time.process_time() - at)
        at = time.process_time()
        for report in reports:
            ranke.read(report)
        whole.append(time.process_time() - at)
    ratio = statistics.median(one / other for one, other in zip(bare, whole, strict=True))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    each = len(reports) / statistics.median(whole)
    return [
        f"- reports a second against the bare parse of the same texts, median of {TURNS} turns: **{ratio:.2f}**",
        f"- reports a second of processor time in this run ({len(reports)} reports, one process): {each:.1f}",
        f"- peak memory: {peak:.0f} MB",
    ]


def same_bytes(path: Path) -> list[str]:
    """Compare the bytes of four runs of the command, each in a process of its own."""
    digests = []
    for seed, jobs in (("0", "1"), ("1", "1"), ("12345", "1"), ("7", "2")):
        command = [str(ROOT / ".venv" / "bin" / "ranke"), "read", "--json", "--jobs", jobs, str(path)]
        out = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
        digests.append(hashlib.sha256(out.stdout).hexdigest()[:16])
    verdict = "the same" if len(set(digests)) == 1 else "DIFFERENT"
    shown = ", ".join(f"`{digest}`" for digest in dict.fromkeys(digests))
    return [f"- bytes of four runs (four hash seeds, one with `--jobs 2`): **{verdict}** ({shown})"]


def main() -> None:
    """Measure, print, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    there = os.environ.get("RANKE_BENCH", ROOT.parent / "shared" / "bench")
    parser.add_argument("--bench", type=Path, default=Path(there))
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--grow", type=int, default=3_000)
    options = parser.parse_args()
    bench: Path = options.bench
    source = bench / "record" / "reports.jsonl"
    lines = ["## Speed, memory, sameness", ""]
    timed = source if source.exists() else ROOT / "examples"
    lines += [*speed(timed), *same_bytes(timed), ""]
    if source.exists():
        lines += ["## Record bench", "", *record_figures(bench), ""]
    lines += ["## Invented reports", "", *invented_figures(), ""]
    if source.exists():
        lines += ["## Other benches", "", *other_figures(bench)]
        lines += who_figures(bench)
        lines += links_figures(bench)
    lines += load(ROOT / "bench" / "growth.py").growth(options.grow)
    text = "\n".join(lines)
    print(text)
    if options.write:
        page = PAGE.read_text(encoding="utf-8")
        head, tail = page.split(START)[0], page.split(END)[1]
        PAGE.write_text(f"{head}{START}\n\n{text}\n{END}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
