"""The questions, each on a record small enough to know the answer."""

import json
from collections.abc import Callable
from contextlib import suppress

import pytest

from ranke.errors import RecordError, UsageError
from ranke.record import Record
from ranke.schemes import goldstein, intensity, types

Line = Callable[..., str]


@pytest.fixture
def quarrel(record: Record, line: Line) -> Record:
    """Return the record of a quarrel: a threat, a deed, a denial, talks; told by two outlets, one after an agency."""
    bombed = "Freedonia bombed the harbour of Sylvania on Friday"
    threat = {"act": "threatened", "type": "THREATEN", "place": "Port Vano"}
    record.add(
        [
            line(
                "r1", "2024-05-02", "Freedonia threatened Sylvania with bombs in Port Vano.", outlet="Herald", **threat
            ),
            line("r2", "2024-05-10", f"{bombed}, killing 12 sailors.", outlet="Herald"),
            line("r3", "2024-05-10", f"{bombed}, killing 15, Omnipress said.", authority="Omnipress", outlet="Courier"),
            line(
                "r4", "2024-05-12", f"It is denied that {bombed}.", date="2024-05-10", status="denied", outlet="Gazette"
            ),
            line("r5", "2024-06-20", "Freedonia met Sylvania for talks.", act="met", type="CONSULT", outlet="Herald"),
        ]
    )
    return record


def test_the_timeline_is_in_order_and_can_be_narrowed(quarrel: Record) -> None:
    """By actor, partner, type, days, place and core."""
    days = [row.date for row in quarrel.timeline()]
    assert days == sorted(days, key=str)
    assert {row.type for row in quarrel.timeline(type="ASSAULT")} == {"ASSAULT"}
    assert [row.type for row in quarrel.timeline(since="2024-06")] == ["CONSULT"]
    assert [row.type for row in quarrel.timeline(until="2024-05-02")] == ["THREATEN"]
    assert [row.place for row in quarrel.timeline(place="vano")] == ["Port Vano"]
    assert len(quarrel.timeline(actor="Freedonia", with_="Sylvania")) == len(quarrel.timeline())
    assert len(quarrel.timeline(actor="Omnipress")) == 0
    some = quarrel.timeline(limit=1)
    assert (len(some), some[0].type) == (1, "CONSULT")
    assert some.more == len(quarrel.timeline()) - 1
    with pytest.raises(UsageError, match="'soon' is no day"):
        quarrel.timeline(since="soon")


def test_why_tells_accounts_chains_conflicts_and_word_before_deed(quarrel: Record) -> None:
    """Every account with its root, both tolls, the denial, and the threat that came before."""
    row = next(row for row in quarrel.timeline(type="ASSAULT") if row.status == "happened")
    why = quarrel.why(row.id[:8])
    told = {account.evidence.report: account for account in why.accounts}
    assert {"r2", "r3"} <= set(told)
    assert [who.name for who in told["r3"].attribution] == ["Omnipress"]
    assert (told["r2"].root, told["r3"].root) == ("Herald", "Omnipress")
    tolls = next(one for one in why.conflicts if one.about == "number")
    words = {evidence.words for side in tolls.sides for evidence in side.evidence}
    assert any("12" in one for one in words)
    assert any("15" in one for one in words)
    assert [(pair.word, pair.said.type) for pair in why.deeds] == [("threatened", "THREATEN")]
    assert quarrel.why("r3:e1").event.id == why.event.id
    with pytest.raises(RecordError, match="no event of this record answers to 'e00000'"):
        quarrel.why("e00000")


def test_conflicts_list_both_sides_words(quarrel: Record) -> None:
    """Also by kind and by actor."""
    rows = quarrel.conflicts()
    assert {row.about for row in rows} >= {"number"}
    assert all(len(row.sides) > 1 for row in rows)
    assert len(quarrel.conflicts(actor="Freedonia")) == len(rows)
    assert {row.kind for row in quarrel.conflicts(kind=rows[0].kind)} == {rows[0].kind}
    with pytest.raises(UsageError, match="no kind of conflict"):
        quarrel.conflicts(kind="quarrel")


def test_a_dossier_tells_who_with_whom_and_through_whom(quarrel: Record) -> None:
    """Names, partners, events, sources."""
    dossier = quarrel.actor("Freedonia")
    assert dossier.reports == 5
    assert [one.who.name for one in dossier.partners] == ["Sylvania"]
    assert dossier.partners[0].cooperation == 1
    assert {one.name for one in dossier.sources} >= {"Herald"}
    assert dossier.deeds[0].word == "threatened"


def test_a_relation_counts_by_month_whatever_is_shown(quarrel: Record) -> None:
    """Acts that were denied count for nothing; the limit cuts rows and no counts."""
    relation = quarrel.relations("Freedonia", "Sylvania", limit=1)
    assert len(relation.events) == 1
    assert [(one.period, one.cooperation) for one in relation.periods] == [("2024-05", 0), ("2024-06", 1)]
    assert relation.periods[0].intensity < 0 < relation.periods[1].intensity


def test_a_relation_takes_those_who_act_for_a_country_or_a_body(record: Record) -> None:
    """The visit of a party's delegation to a country's minister is one of the party and the country."""
    text = "The Reform Party delegation met Otto Kranz in Vano; the Reform Party praised Sylvania."
    names = (
        ("a1", "Reform Party delegation", "group", None, None, ()),
        ("a2", "Otto Kranz", "person", "SVK", "GOV", ()),
        ("a3", "Reform Party", "organization", "HUN", "PTY", ()),
        ("a4", "Sylvania", "country", "SVK", "GOV", ()),
    )
    actors = [
        {"id": one, "name": name, "kind": kind, "country": country, "sector": sector, "roles": list(roles),
         "mentions": [{"span": [text.index(name), text.index(name) + len(name)]}]}
        for one, name, kind, country, sector, roles in names
    ]  # fmt: skip
    met = {
        "id": "e1",
        "type": "CONSULT",
        "sources": ["a1"],
        "targets": ["a2"],
        "trigger": [28, 31],
        "date": "2024-05-02",
    }
    record.add(
        [json.dumps({"document": {"id": "r1", "date": "2024-05-02", "text": text}, "actors": actors, "events": [met]})]
    )
    relation = record.relations("Reform Party", "Sylvania")
    assert [who.name for who in relation.one_with] == ["Reform Party delegation"]
    assert [who.name for who in relation.other_with] == ["Otto Kranz"]
    assert [row.type for row in relation.events] == ["CONSULT"]


def test_what_two_do_together_is_no_act_between_them(record: Record, line: Line) -> None:
    """Two who reject a third's plan do not thereby turn against each other."""
    record.add([line("r1", "2024-05-02", "Freedonia and Ruritania rejected Sylvania.", act="rejected", type="REJECT")])
    row = json.loads(
        line(
            "r2",
            "2024-05-03",
            "Freedonia rejected Ruritania with Sylvania.",
            act="rejected",
            type="REJECT",
            whom="Ruritania",
            authority="Sylvania",
        )
    )
    row["events"][0] |= {"sources": ["a1", "a3"], "attribution": []}
    record.add([json.dumps(row)])
    assert record.relations("Freedonia", "Sylvania").periods[0].conflict == 1
    assert record.relations("Freedonia", "Ruritania").periods[0].conflict == 1
    assert len(record.relations("Freedonia", "Sylvania").events) == 2


def test_stories_join_reports_that_follow_each_other(quarrel: Record) -> None:
    """A story answers to its reports' ids and to its place in the list."""
    rows = quarrel.stories()
    assert sum(row.reports for row in rows) == 5
    story = quarrel.story(1)
    assert story.story.id == rows[0].id
    assert quarrel.story(story.reports[-1].id).story.id == rows[0].id
    with pytest.raises(RecordError, match="no story"):
        quarrel.story("r99")


def test_search_finds_words_by_their_stems_and_phrases_as_they_stand(quarrel: Record) -> None:
    """The latest first, with the events told in the passage."""
    found = quarrel.search("bomb harbour")
    assert [one.report for one in found] == ["r4", "r2", "r3"]
    assert all(one.events for one in found)
    assert len(quarrel.search('"harbour of Sylvania"')) == 3
    assert len(quarrel.search('"Sylvania of harbour"')) == 0
    assert len(quarrel.search("bomb", limit=1)) == 1
    assert len(quarrel.search("bomb", as_of="2024-05-10")) == 3
    with pytest.raises(UsageError, match="no word to look for"):
        quarrel.search('""')


@pytest.mark.parametrize("words", ["NEAR(", "a AND", "*", "col:umn", "'", "%", "a\x00b", "OR"])
def test_no_search_is_a_query_language(quarrel: Record, words: str) -> None:
    """Whatever is typed are words to look for, or none."""
    with suppress(UsageError):
        assert len(quarrel.search(words)) <= len(quarrel.stories()) * 5


def test_changes_tell_what_is_new_and_what_is_told_again(quarrel: Record, line: Line) -> None:
    """An event of before that a later report tells again is a confirmation."""
    changes = quarrel.changes("2024-05-11")
    assert "CONSULT" in {row.type for row in changes.events}
    assert "THREATEN" not in {row.type for row in changes.events}
    text = "Freedonia bombed the harbour of Sylvania on Friday, killing 15 sailors."
    quarrel.add([line("r6", "2024-05-11", text, date="2024-05-10", outlet="Gazette")])
    assert [row.type for row in quarrel.changes("2024-05-11", until="2024-05-11").confirmed] == ["ASSAULT"]


def test_statements_are_found_by_speaker_and_by_whom_they_name(record: Record) -> None:
    """Each with its chain and its words."""
    text = "“Sylvania lies,” Ada Berg told Omnipress."
    names = (("a1", "Ada Berg", "person"), ("a2", "Sylvania", "country"), ("a3", "Omnipress", "media"))
    actors = [
        {
            "id": one,
            "name": name,
            "kind": kind,
            "mentions": [{"span": [text.index(name), text.index(name) + len(name)]}],
        }
        for one, name, kind in names
    ]
    said = {"id": "s1", "speaker": "a1", "addressee": "a3", "kind": "direct", "content": [1, 15], "attribution": ["a3"]}
    stance = {"holder": "a1", "target": "a2", "polarity": "negative", "evidence": [1, 15]}
    row = {
        "document": {"id": "r1", "date": "2024-05-02", "text": text},
        "actors": actors, "statements": [said], "stances": [stance],
    }  # fmt: skip
    record.add([json.dumps(row)])
    (statement,) = record.statements(speaker="Ada Berg", about="Sylvania")
    assert statement.evidence.words == text[1:15]
    assert statement.addressee is not None
    assert [who.name for who in statement.attribution] == ["Omnipress"]
    assert len(record.statements(about="Omnipress")) == 0
    assert len(record.statements(without=["Ada Berg"])) == 0
    assert [one.polarity for one in record.stances(holder="Ada Berg", target="Sylvania")] == ["negative"]


def test_rows_become_tables(quarrel: Record) -> None:
    """A data frame and an Arrow table have a row for each row."""
    rows = quarrel.timeline()
    assert len(rows.to_pandas()) == len(rows)
    assert rows.to_arrow().num_rows == len(rows)
    assert json.loads(json.dumps(rows.to_dicts()))[0]["id"] == rows[0].id


def test_events_carry_code_values_and_contexts(record: Record, line: Line) -> None:
    """As the shown account has them; what most accounts tell first; narrowed by context; coded anew by a judgement."""
    words = "Freedonia bombed Sylvania on Friday"
    coded = {"mode": "aerial", "cameo": "195"}
    record.add(
        [
            line("r1", "2024-05-10", f"{words}.", outlet="Herald", contexts=["military", "territory"], **coded),
            line("r2", "2024-05-10", f"{words}, they say.", outlet="Courier", contexts=["military"], **coded),
            line("r3", "2024-06-20", "Freedonia met Sylvania.", act="met", type="CONSULT", contexts=["cbrn"]),
        ]
    )
    (strike,) = record.timeline(type="ASSAULT")
    assert (strike.mode, strike.cameo, strike.contexts) == ("aerial", "195", ("military", "territory"))
    assert strike.goldstein == goldstein("195")
    assert strike.intensity == intensity("ASSAULT", "aerial")
    assert [row.type for row in record.timeline(context="cbrn")] == ["CONSULT"]
    assert [row.type for row in record.timeline(context=["cbrn", "territory"])] == ["ASSAULT", "CONSULT"]
    assert len(record.timeline(context="territory", as_of="2024-05-01")) == 0
    with pytest.raises(UsageError, match="'atoms' is no context of events; choose from military"):
        record.timeline(context="atoms")
    record.retype(strike.id, "COERCE")
    (strike,) = record.timeline(type="COERCE")
    assert (strike.mode, strike.cameo) == (None, types()["COERCE"].cameo)
    assert strike.intensity == intensity("COERCE")


def test_a_relation_tells_the_mean_values_of_what_was_done(quarrel: Record) -> None:
    """By month; as of a day only of what was known by then."""
    periods = {row.period: row for row in quarrel.relations("Freedonia", "Sylvania").periods}
    assert periods["2024-06"].intensity == intensity("CONSULT")
    assert periods["2024-06"].goldstein == goldstein(types()["CONSULT"].cameo)
    assert periods["2024-05"].intensity < 0 < periods["2024-06"].intensity
    early = {row.period: row for row in quarrel.relations("Freedonia", "Sylvania", as_of="2024-05-05").periods}
    assert set(early) == {"2024-05"}
    assert early["2024-05"].intensity == intensity("THREATEN")
    with pytest.raises(UsageError, match="are one actor"):
        quarrel.relations("Sylvania", "sylvania")


def test_a_dossier_of_a_day_before_the_latest_reports_is_of_the_earlier_ones(quarrel: Record) -> None:
    """Its first and last days are those of the reports that may be seen; where none may, that is told."""
    early = quarrel.actor("Freedonia", as_of="2024-05-05")
    assert (early.reports, early.first, early.last) == (1, "2024-05-02", "2024-05-02")
    with pytest.raises(RecordError, match="in no report as far as this view goes; the first one is of 2024-05-02"):
        quarrel.actor("Freedonia", as_of="2024-05-01")
    with pytest.raises(RecordError, match="no outlet of this record is called 'Zaphod', and nobody"):
        quarrel.timeline(without=["Zaphod"])
