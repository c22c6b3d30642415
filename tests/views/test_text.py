import re

import pytest
from rich.console import Console, RenderableType

from ranke.model import DateValue, Reading, Report
from ranke.views.text import overview, report_view


def written(view: RenderableType, *, width: int = 200) -> str:
    """Return what a terminal of this width would show, without colours."""
    console = Console(width=width, highlight=False, color_system=None)
    with console.capture() as capture:
        console.print(view)
    return "\n".join(line.rstrip() for line in capture.get().split("\n"))


def line_with(words: str, text: str) -> str:
    """Return the first line that holds these words."""
    return next(line for line in text.split("\n") if words in line)


def test_head_names_day_outlet_id_and_title(report: Report, reading: Reading) -> None:
    """The head says which report this is."""
    shown = written(report_view(report, reading)).split("\n")
    assert shown[0].startswith("2020-03-03 · Norland Herald · herald-1")
    assert shown[1] == "Berg in Midtown"


def test_who_is_who_gives_country_kind_sector_and_office(report: Report, reading: Reading) -> None:
    """An actor's line tells who it is in plain words, and says nothing twice."""
    line = line_with("Ada Berg", written(report_view(report, reading)))
    assert re.split(r"\s{2,}", line.strip()) == [
        "Ada Berg",
        "NOR",
        "person, government",
        "foreign minister, Norland; also the Eagle",
    ]


def test_actors_that_only_are_named_stand_in_one_line(report: Report, reading: Reading) -> None:
    """Who takes part in nothing does not push aside who does."""
    assert "Also named: Midtown Council" in written(report_view(report, reading))


def test_events_stand_in_order_of_time(report: Report, reading: Reading) -> None:
    """Dated events come by day, what happened without a day by the report's, what may yet come last."""
    shown = written(report_view(report, reading))
    types = re.findall(r"— ([A-Z]+)", shown)
    assert types == ["CONSULT", "REJECT", "PROTEST", "MOBILIZE"]
    assert line_with("PROTEST", shown).split("  ")[1] == "by 2020-03-03"
    assert line_with("MOBILIZE", shown).strip().startswith("no day")


def test_event_line_tells_who_whom_where_status_and_according_to_whom(report: Report, reading: Reading) -> None:
    """One line holds the whole fact, and the next the words that support it."""
    shown = written(report_view(report, reading))
    assert "●  Ada Berg — CONSULT → Sudland, in Midtown, according to Norland Herald" in shown
    assert "Sudland — MOBILIZE, possible, according to Norland Herald, which cites a general" in shown
    assert '“She said she would "never accept" the tariff plan.”' in shown


def test_long_evidence_is_shortened_around_the_trigger(report: Report, reading: Reading) -> None:
    """Only the words next to the trigger are shown, cut between words."""
    assert "“…to the border, the Herald quoted a general as saying. Protesters marched.”" not in written(
        report_view(report, reading)
    )
    assert "“…on Monday" not in written(report_view(report, reading))
    quotation = line_with("Protesters marched", written(report_view(report, reading)))
    assert re.fullmatch(r" +“….* Protesters marched\.”", quotation)


def test_statements_stand_by_speaker_with_who_passed_them_on(report: Report, reading: Reading) -> None:
    """Direct speech is in quotation marks; whoever relays it is named."""
    shown = written(report_view(report, reading))
    assert "a general (via Norland Herald): “Sudland may send troops to the border”" in shown
    assert 'Ada Berg: she would "never accept" the tariff plan' in shown


def test_stances_say_for_or_against(report: Report, reading: Reading) -> None:
    """A stance names its holder, its side, its target and the words."""
    assert 'Ada Berg against the tariff plan: “"never accept"”' in written(report_view(report, reading))


def test_relations_stand_in_order_of_time_with_who_claims_them(report: Report, reading: Reading) -> None:
    """A relation names both parties, its change, its period and its claimant; what has no day comes last."""
    shown = written(report_view(report, reading))
    section = shown[shown.index("How they stood") :].split("\n")
    assert section[1].strip() == (
        "from 2011  Ada Berg and Sudland — worsens, according to Norland Herald, which cites a general"
    )
    assert section[2].strip() == "“Sudland may send troops”"
    assert section[3].strip() == "no day     Sudland and a general — good"
    without = reading.model_copy(update={"relations": ()})
    assert "How they stood" not in written(report_view(report, without))


def test_no_id_of_the_reading_is_shown(report: Report, reading: Reading) -> None:
    """A reader never sees a1, e1 or s1."""
    shown = written(report_view(report, reading)) + written(overview([(report, reading)] * 2))
    assert not re.search(r"\b[aers]\d\b", shown)


def test_notes_are_shown_with_the_rule_of_each_event(report: Report, reading: Reading) -> None:
    """How the lexicon matched is shown when asked for, and only then."""
    shown = written(report_view(report, reading, notes=["Protesters marched.", "  refused  protest.march: why"]))
    assert shown.count("made.by_hand") == 4
    assert "  Protesters marched.\n    refused protest.march: why" in shown
    plain = written(report_view(report, reading))
    assert "made.by_hand" not in plain
    assert "How the lexicon matched" not in plain


@pytest.mark.parametrize("width", [1, 20, 60, 80, 500])
def test_no_line_is_wider_than_the_terminal(report: Report, reading: Reading, width: int) -> None:
    """Every width is kept to, even a foolish one."""
    shown = written(report_view(report, reading), width=width) + written(overview([(report, reading)]), width=width)
    assert max(map(len, shown.split("\n"))) <= width


def test_empty_reading_says_so(report: Report, reading: Reading) -> None:
    """A report in which nothing is found still has its head."""
    empty = Reading(document=reading.document)
    assert "Nothing found." in written(report_view(report, empty))


def test_overview_counts_over_reports_and_names_the_source(report: Report, reading: Reading) -> None:
    """The same name in two reports is one line; each event says which report it is from."""
    other = report.model_copy(update={"id": "herald-2", "date": "2020-03-05"})
    later = reading.model_copy(
        update={
            "events": tuple(e.model_copy(update={"date": DateValue(value="2020-03-01")}) for e in reading.events[3:])
        }
    )
    shown = written(overview([(report, reading), (other, later)]))
    assert "All 2 reports, 2020-03-03 to 2020-03-05" in shown
    assert re.search(r"Ada Berg +NOR +person, government +in 2 reports, acts 3, is acted on 0", shown)
    assert shown.index("[herald-2]") < shown.index("[herald-1]")


def test_actor_known_better_elsewhere_is_completed(report: Report, reading: Reading) -> None:
    """What one report leaves open about a name, another may tell."""
    bare = reading.model_copy(
        update={"actors": tuple(a.model_copy(update={"country": None, "sector": None}) for a in reading.actors)}
    )
    shown = written(overview([(report, bare), (report, reading)]))
    assert re.search(r"Ada Berg +NOR +person, government", shown)


def test_control_characters_never_reach_the_terminal(report: Report, reading: Reading) -> None:
    """A report can't steer the terminal of whoever reads it, nor be taken for markup."""
    odd = reading.actors[0].model_copy(update={"name": "Eve \x1b[31m[bold]\u202e\x07"})
    shown = written(report_view(report, reading.model_copy(update={"actors": (odd, *reading.actors[1:])})))
    assert "Eve [31m[bold]" in shown
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", shown)
