"""Measures what Ranke reaches and what it costs, and writes it to docs/measurements.md.

usage: python bench/measure.py [--bench DIR] [--write]

--bench  The folder of gold data and scorers (default: ../shared/bench, or $RANKE_BENCH). What is not there is left out.
--write  Put the figures into docs/measurements.md instead of only printing them.

Speed and memory are ratios within this one run: the bare parse and the whole reading of the same reports in turns.
"""

import argparse
import hashlib
import importlib.util
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import ranke
from ranke.reading.parser import parse, pipeline

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
    """Score the record bench: one line a figure."""
    folder = bench / "record"
    score = load(folder / "score.py")
    predicted = {row["document"]["id"]: row for row in map(json.loads, readings(folder / "reports.jsonl"))}
    figures, _, _ = score.score(folder / "gold", folder / "text", predicted)
    lines = ["| figure | value | precision | recall |", "|---|---|---|---|"]
    for name, one in figures.items():
        value = one.get("f1", one.get("share"))
        lines.append(f"| {name} | {value:.3f} | {one.get('p', '')} | {one.get('r', '')} |")
    return lines


def other_figures(bench: Path) -> list[str]:
    """Score the quotation, event-type and time benches with their own scorers; returns what they print."""
    lines: list[str] = []
    work = ROOT / ".bench"
    work.mkdir(exist_ok=True)
    jobs = [
        ("quotes", "quotes/dev/documents.jsonl", "quotes", ["quotes/score.py", "quotes/dev/documents.jsonl", "@"]),
        ("plv", "plv/train.jsonl", "events", ["plv/score.py", "@", "--gold", "plv/train.jsonl"]),
        ("time", "time/documents.jsonl", None, ["time/score.py", "@"]),
    ]
    for name, source, adapter, command in jobs:
        if not (bench / source).exists():
            continue
        rows = [
            {"id": row["id"], "date": (row.get("date") or "2019-01-01")[:10], "text": row["text"]}
            for row in read_jsonl(bench / source)
        ]
        given = work / f"{name}.jsonl"
        given.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        made = work / f"{name}.readings.jsonl"
        made.write_text("".join(line + "\n" for line in readings(given)), encoding="utf-8")
        predicted = work / f"{name}.predicted.jsonl"
        if adapter is not None:
            out = subprocess.run(
                [sys.executable, str(bench / "adapt.py"), adapter, str(made)], capture_output=True, text=True, check=True
            )
            predicted.write_text(out.stdout, encoding="utf-8")
        else:
            predicted.write_text(
                "".join(
                    json.dumps(
                        {
                            "id": row["document"]["id"],
                            "times": [
                                {"start": t["span"][0], "end": t["span"][1], "value": t["value"], "type": t["type"]}
                                for t in row["times"]
                            ],
                        }
                    )
                    + "\n"
                    for row in read_jsonl(made)
                ),
                encoding="utf-8",
            )
        arguments = [str(predicted) if part == "@" else str(bench / part) if "/" in part else part for part in command]
        out = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False)
        lines += [f"### {name}", "", "```", *(out.stdout or out.stderr).strip().splitlines()[:40], "```", ""]
    return lines


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
    return [
        f"- reports a second, as a ratio to the bare parse of the same texts: **{ratio:.2f}** ({len(reports)} reports, median of {TURNS})",
        f"- reports a second in this run, one process: {len(reports) / statistics.median(whole):.1f}",
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
    return [f"- bytes of four runs (three hash seeds, `--jobs 2`): **{verdict}** (`{'`, `'.join(dict.fromkeys(digests))}`)"]


def main() -> None:
    """Measure, print, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, default=Path(os.environ.get("RANKE_BENCH", ROOT.parent / "shared" / "bench")))
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    bench: Path = options.bench
    source = bench / "record" / "reports.jsonl"
    lines = ["## Speed, memory, sameness", ""]
    timed = source if source.exists() else ROOT / "examples"
    lines += [*speed(timed), *same_bytes(timed), ""]
    if source.exists():
        lines += ["## Record bench", "", *record_figures(bench), ""]
        lines += ["## Other benches", "", *other_figures(bench)]
    text = "\n".join(lines)
    print(text)
    if options.write:
        page = PAGE.read_text(encoding="utf-8")
        head, tail = page.split(START)[0], page.split(END)[1]
        PAGE.write_text(f"{head}{START}\n\n{text}\n{END}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
