import importlib.util
import json
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from ranke.model import Reading
from ranke.tables import read_csv, read_toml

SCRIPT = Path(__file__).resolve().parents[1] / "bench" / "synthetic.py"
COUNT = 600

Made = list[tuple[dict[str, Any], str]]


def load() -> ModuleType:
    """Return the generator as a module, from its path as the measurements load it."""
    spec = importlib.util.spec_from_file_location("synthetic", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


synthetic = load()


@pytest.fixture(scope="module")
def made() -> Made:
    """Return one run for all tests that only look."""
    return list(synthetic.readings(COUNT))


def spans(value: Any) -> Iterator[list[int]]:  # noqa: ANN401 - any part of a reading
    """Yield every pair of offsets in a reading."""
    if isinstance(value, dict):
        for part in value.values():
            yield from spans(part)
    elif isinstance(value, list):
        if len(value) == 2 and all(isinstance(part, int) for part in value):
            yield value
        else:
            for part in value:
                yield from spans(part)


def test_every_reading_is_valid_and_refers_only_to_itself(made: Made) -> None:
    """What is made can stand in for what is read: the model takes it, ids resolve, the text has the length it says."""
    for row, text in made:
        reading = Reading.model_validate(row)
        dumped = json.loads(reading.model_dump_json(exclude_unset=True))
        assert {name: dumped[name] for name in row} == row
        assert reading.document.characters == len(text)
        actors = [actor.id for actor in reading.actors]
        events = [event.id for event in reading.events]
        assert len(set(actors)) == len(actors)
        assert len(set(events)) == len(events)
        for event in reading.events:
            assert {*event.sources, *event.targets, *event.attribution} <= set(actors)
            assert event.sources or event.targets
        for statement in reading.statements:
            assert {*statement.attribution, statement.speaker or actors[0]} <= set(actors)
            assert set(statement.events) <= set(events)
        assert all(stance.holder in actors for stance in reading.stances)


def test_every_span_gives_its_words(made: Made) -> None:
    """A span points at the very words: names at names, quotations between their marks, triggers in their evidence."""
    for row, text in made:
        for start, end in spans(row):
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
        for actor in row["actors"]:
            assert actor["mentions"]
            assert actor["name"] in actor["aliases"] or actor["kind"] == "country"
            words = {text[slice(*mention["span"])] for mention in actor["mentions"] if mention["form"] != "pronoun"}
            assert words == set(actor["aliases"])
            assert all(text[slice(*role["span"])] == role["title"] for role in actor["roles"])
        for place in row["places"]:
            assert text[slice(*place["span"])] == place["name"]
        for event in row["events"]:
            assert event["evidence"][0] <= event["trigger"][0] < event["trigger"][1] <= event["evidence"][1]
            assert text[slice(*event["evidence"])].endswith((".", "”"))
        for statement in row["statements"]:
            start, end = statement["content"]
            quoted = text[start - 1] == "“" and text[end : end + 2].lstrip(",").startswith("”")
            assert quoted == (statement["kind"] == "direct")


def test_no_blank_of_a_template_is_left(made: Made) -> None:
    """Texts read as news: no marks of the tables, no doubled words or stops, 60 to 240 words."""
    for row, text in made:
        assert not set("<>[]{}#|") & set(text + row["document"]["title"])
        assert not any(wrong in text for wrong in ("  ", " ,", ",,", ",.", "..", "the the", " the The "))
        assert 60 <= len(text.split()) <= 240


def test_a_report_holds_about_as_much_as_a_real_one(made: Made) -> None:
    """The averages are those of hand-read reports of this length."""
    mean = {
        name: sum(len(row[name]) for row, _ in made) / COUNT for name in ("actors", "events", "statements", "stances")
    }
    assert 5 <= mean["actors"] <= 8
    assert 4 <= mean["events"] <= 7
    assert 3 <= mean["statements"] <= 5
    assert 1 <= mean["stances"] <= 2
    chains = Counter(len(statement["attribution"]) for row, _ in made for statement in row["statements"])
    assert chains[1] > 50
    assert chains[2] > 50
    assert {event["status"] for row, _ in made for event in row["events"]} == {
        "happened", "ongoing", "planned", "possible", "denied",
    }  # fmt: skip


@pytest.mark.parametrize("count", [1, 250])
def test_a_shorter_run_is_the_beginning_of_a_longer_one(made: Made, count: int) -> None:
    """Growth can be measured on one stream: the first readings don't depend on how many follow."""
    assert list(synthetic.readings(count)) == made[:count]
    assert list(islice(synthetic.readings(10**9), count)) == made[:count]


def test_the_seed_decides(made: Made) -> None:
    """The same seed gives the same bytes, in another process too, and another seed another world."""
    command = [sys.executable, str(SCRIPT), "40"]
    lines = subprocess.run(command, capture_output=True, check=True).stdout.decode().splitlines()
    for line, (row, text) in zip(lines, made[:40], strict=True):
        found = json.loads(line)
        assert found["document"].pop("text") == text
        assert found == row
    other = [text for _, text in synthetic.readings(40, seed=2)]
    assert not set(other) & {text for _, text in made}


def test_dates_run_through_the_period_with_a_little_disorder() -> None:
    """Reports come by their day; a few are late, by days and not by months."""
    days = [date.fromisoformat(row["document"]["date"]) for row, _ in synthetic.readings(COUNT, days=36500)]
    latest, late = days[0], 0
    for day in days:
        late += day < latest
        latest = max(latest, day)
        assert latest - day <= timedelta(days=10)
    assert 0 < late < COUNT / 5
    assert abs((latest - days[0]).days - COUNT * 36500 / synthetic.FULL) < 20


def test_what_the_stream_holds_does_not_grow() -> None:
    """Memory stays flat: only the reports to come and a short past are kept."""
    stream = synthetic.Stream(1, 365_000)
    held = []
    for _ in range(4):
        for _ in islice(stream.drafts(), 300):
            pass
        held.append(len(stream.due))
    assert max(held) < 300
    assert len(stream.recent) <= 64
    assert all(len(past) <= synthetic.MEMORY for past in stream.remembered.values())


def test_some_reports_are_near_copies_of_others(made: Made) -> None:
    """About one report in twelve says an earlier one again, with small edits."""
    seen: list[set[str]] = []
    echoes = 0
    for _, text in made:
        sentences = set(text.split(". ")[1:])
        shared = [len(sentences & other) / max(len(sentences | other), 1) for other in seen[-80:]]
        echoes += bool(shared) and max(shared) > 0.4
        seen.append(sentences)
    assert 0.03 * COUNT < echoes < 0.15 * COUNT


def test_one_event_is_told_by_several_outlets_and_not_alike(made: Made) -> None:
    """Stories repeat: the same sides and trigger type in several reports, with differing dates for some."""
    told: dict[tuple[str, str], list[tuple[str, str | None]]] = {}
    for row, _ in made:
        event = row["events"][0]
        told.setdefault((row["document"]["title"], event["type"]), []).append(
            (row["document"]["outlet"], event["date"]["value"])
        )
    shared = [accounts for accounts in told.values() if len({outlet for outlet, _ in accounts}) > 2]
    assert len(shared) > 20
    assert sum(len({value for _, value in accounts}) > 1 for accounts in shared) > 10


def test_attention_follows_a_power_law(made: Made) -> None:
    """A few countries make most of the news, and many make some."""
    counts = Counter(actor["name"] for row, _ in made for actor in row["actors"] if actor["kind"] == "country")
    ranked = [count for _, count in counts.most_common()]
    assert len(ranked) > 40
    assert sum(ranked[:10]) > sum(ranked) / 3


def test_persons_are_invented_and_change_office() -> None:
    """No well-known person is named, some full names are borne in two countries, and offices pass on."""
    world = synthetic.Stream(1, 3650).world
    known = {row["name"] for row in read_csv("ranke", "reading/actors/people.csv", key="name")}
    posts = [post for nation in world.nations.values() for post in nation.posts]
    people = {being.number: being for post in posts for being in post.holders}
    assert len(people) > 3000
    assert not known & {being.name for being in people.values()}
    homes: dict[str, set[str | None]] = {}
    for being in people.values():
        homes.setdefault(being.name, set()).add(being.country)
    assert sum(len(countries) > 1 for countries in homes.values()) > 50
    assert sum(post.holder(0) is not post.holder(2000) for post in posts) > len(posts) / 2


def test_rules_are_entries_of_the_lexicon() -> None:
    """The rule of an event leads to an entry that gives the same type, mode and code."""
    table = tomllib.loads(SCRIPT.with_name("synthetic_words.toml").read_text(encoding="utf-8"))["rules"]
    for rule, codes in table.items():
        kind, _, entry = rule.partition(".")
        row = read_toml("ranke.reading", f"events/verbs/{kind}.toml").get(entry, {})
        assert f"{row.get('mode', '-')} {row.get('cameo')}" == codes, rule
