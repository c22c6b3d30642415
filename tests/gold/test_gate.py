"""The gate: no figure on the gold may fall under its floor in tests/floors.json.

Floors are raised when figures rise, and never lowered silently.
"""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import ranke

from . import score

ROOT = Path(__file__).resolve().parents[2]
FLOORS: dict[str, dict[str, float]] = json.loads((ROOT / "tests" / "floors.json").read_text(encoding="utf-8"))
BENCH = Path(os.environ.get("RANKE_BENCH", ROOT.parent / "shared" / "bench")) / "record"
SEEDS = {"2019-07-21": "001_c50303a9743e5fee.txt", "2019-07-23": "000_aa9977cb53b69c22.txt"}


def under_floor(figures: dict[str, dict[str, Any]], floors: dict[str, float]) -> dict[str, tuple[float, float]]:
    """Return the figures that are under their floor, each with the floor."""
    values = {name: one.get("f1", one.get("share")) or 0.0 for name, one in figures.items()}
    return {name: (values.get(name, 0.0), floor) for name, floor in floors.items() if values.get(name, 0.0) < floor}


def test_a_figure_under_its_floor_is_told() -> None:
    """The gate itself can fail."""
    assert under_floor({"event_full": {"f1": 0.2}}, {"event_full": 0.3, "time": 0.5}) == {
        "event_full": (0.2, 0.3),
        "time": (0.0, 0.5),
    }


def test_the_seeds_stay_over_their_floors(tmp_path: Path) -> None:
    """The record of the two example reports stays as good as it was."""
    readings = {}
    for day, name in SEEDS.items():
        (report,) = ranke.reports(ROOT / "examples" / name)
        identifier = f"seed-{day}"
        (tmp_path / f"{identifier}.txt").write_text(report.text, encoding="utf-8")
        readings[identifier] = json.loads(ranke.read(report).model_dump_json())
    figures, _, _ = score.score(ROOT / "tests" / "gold" / "seeds", tmp_path, readings)
    assert not under_floor(figures, FLOORS["seeds"])


@pytest.mark.skipif(not (BENCH / "reports.jsonl").exists(), reason="the gold of the record bench is not here")
def test_the_record_bench_stays_over_its_floors() -> None:
    """The figures over all gold reports stay as good as they were."""
    readings = {
        report.id: json.loads(ranke.read(report).model_dump_json()) for report in ranke.reports(BENCH / "reports.jsonl")
    }
    figures, _, _ = score.score(BENCH / "gold", BENCH / "text", readings)
    assert not under_floor(figures, FLOORS["record"])


def test_the_invented_reports_stay_over_their_floors() -> None:
    """Reports that the rules were not written on are read as well as they were."""
    spec = importlib.util.spec_from_file_location("golds", ROOT / "bench" / "golds.py")
    assert spec is not None
    assert spec.loader is not None
    golds = importlib.util.module_from_spec(spec)
    sys.modules["golds"] = golds
    spec.loader.exec_module(golds)
    tally = score.Tally()
    for one in golds.invented():
        reading = json.loads(ranke.read(one.report).model_dump_json())
        score.score_doc(score.gold_to_record(one.record, one.report.text), reading, one.report.text, tally, [])
    assert not under_floor(tally.figures(), FLOORS["invented"])


@pytest.mark.skipif(not (BENCH / "links").exists(), reason="the gold of what is one over reports is not here")
def test_what_is_joined_over_reports_stays_over_its_floors(tmp_path: Path) -> None:
    """Actors, events, stories and conflicts of the gold readings are joined as well as they were."""
    command = [sys.executable, str(BENCH / "score_links.py")]
    gold = [str(BENCH / "gold")]
    given = subprocess.run(
        [*command, "--readings", *gold, str(BENCH / "text")], capture_output=True, text=True, check=True
    )
    with ranke.Record(tmp_path / "links.db", create=True) as record:
        record.add(given.stdout.splitlines())
        (tmp_path / "dump.json").write_text("".join(record.dump()), encoding="utf-8")
        assert record.check() == []
    told = [*command, *gold, str(BENCH / "links"), str(tmp_path / "dump.json"), "--json"]
    scored = json.loads(subprocess.run(told, capture_output=True, text=True, check=True).stdout)
    events = scored["events"]
    figures = {
        "actors": scored["actors"]["b3_f1"],
        "muc": events["muc_f1"],
        "muc_precision": events["muc_p"],
        "conll": events["conll_f1"],
        "stories": scored["stories"]["ari"],
        "conflicts": scored["conflicts"]["found"],
    }
    assert not under_floor({name: {"f1": value} for name, value in figures.items()}, FLOORS["links"])
    assert scored["distinct"]["wrongly_joined"] <= 1 / 20
