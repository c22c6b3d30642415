from collections.abc import Callable

from ranke.answers import (
    ActivityRow,
    ActorRow,
    EdgeRow,
    EventRow,
    NameCount,
    Network,
    NodeRow,
    Overview,
    PlaceRow,
    Rows,
    StoryRow,
    Who,
)
from ranke.views.surveyed import actors_view, network_view, overview_view

type Written = Callable[..., str]


def test_an_overview_shows_each_part_once(written: Written, event_row: Callable[..., EventRow], ada: Who) -> None:
    """How much, who, when with a bar as long as it is busy, where, through whom, and what is new."""
    actors = (ActorRow(ada, "person", "NOR", "GOV", "2020-03-02", "2020-03-05", 3, 1_200),)
    activity = (ActivityRow("2020-02", 1, 4, 1, 3), ActivityRow("2020-03", 2, 2, 2, 0))
    places = (PlaceRow("Midtown", "NOR", None, None, 7), PlaceRow("Elsewhere", None, None, None, 1))
    stories = (StoryRow("t1", "Berg in Midtown", "2020-03-02", "2020-03-05", 3, 1),)
    counts = (NameCount("Norland Herald", 3),)
    shown = written(
        overview_view(
            Overview(3, 1, 6, "2020-02-01", "2020-03-05", counts, actors, activity, places, stories, (event_row(),))
        )
    )
    assert shown.startswith("3 reports, 6 events, 1 outlet · 2020-02-01 to 2020-03-05 ─")
    assert "Ada Berg a1 2020-03-02 to 2020-03-05 1,200 events 3 reports" in " ".join(shown.split())
    assert "person, government, NOR" in shown
    assert f"2020-02  1 report   4 events  {'█' * 30}\n" in shown
    assert f"2020-03  2 reports  2 events  {'█' * 15}\n" in shown
    assert "Midtown, NOR (7); Elsewhere (1)" in shown
    assert "Norland Herald (3)" in shown
    assert "Berg in Midtown" in shown
    assert "Ada Berg — CONSULT → Sudland" in shown


def test_an_empty_record_has_no_sections(written: Written) -> None:
    """What there is nothing of is left out."""
    shown = written(overview_view(Overview(0, 0, 0, None, None, (), (), (), (), (), ())))
    assert shown.split("\n", 1)[0].startswith("0 reports, 0 events ─")
    assert "Nothing is in this record." in shown
    assert written(actors_view([])).strip() == "No actor."


def test_a_network_shows_its_ties(written: Written, ada: Who, sudland: Who) -> None:
    """The two, how often they met, in which spirit, and how they stand."""
    edges = Rows([EdgeRow(ada, sudland, 3, 1, 2, -2.25)])
    shown = written(network_view(Network(ada, (NodeRow(ada, "person", None, None, 3),), edges)))
    assert shown.startswith("around Ada Berg · 1 actor, 1 tie ─")
    assert "Ada Berg and Sudland  3 events  1 cooperation  2 conflict  -2.2" in shown
    assert "No act between two of them." in written(network_view(Network(None, (), Rows())))
