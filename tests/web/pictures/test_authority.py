from typing import Any

from ranke.answers import StatementRow
from ranke.web.pictures import Link, authority


def test_each_report_and_each_actor_is_a_box(seen: type[Any], make: type[Any]) -> None:
    """Two reports that go back to one speaker, one through an agency, show that speaker once."""
    rows = [make.account("r1", ["IRNA", "Shamkhani"], "Anadolu"), make.account("r2", ["Shamkhani"], "BBC")]
    drawn = seen(authority(rows))
    assert drawn.count("rect", "report") == 2
    assert drawn.count("rect", "actor") == 2
    assert drawn.count("path", "arrow") == 2 * 3
    assert drawn.told == ("Shamkhani, in BBC of 2020-03-01; Shamkhani, through IRNA, in Anadolu of 2020-03-01.")


def test_words_go_from_left_to_right(seen: type[Any], make: type[Any]) -> None:
    """Who says so stands left of who passes it on, and that left of the report."""
    drawn = seen(authority([make.account("r1", ["IRNA", "Shamkhani"])]))
    at = {
        (one[0].text or ""): float(one.get("x")) for one in drawn.root.iter() if one.get("class", "").startswith("box")
    }
    assert at["Shamkhani"] < at["IRNA"] < at["Reuters: They met."]


def test_a_report_in_its_own_voice_says_so(seen: type[Any], make: type[Any]) -> None:
    """Without a chain the report stands alone."""
    drawn = seen(authority([make.account("r1", [])]))
    assert "2020-03-01, in its own voice" in drawn.text
    assert drawn.count("path", "arrow") == 0


def test_a_statement_has_a_chain_too(seen: type[Any], make: type[Any]) -> None:
    """The speaker is the first; without one the chain begins with who passed it on."""
    for speaker, actors in ((make.who("Ada"), 2), (None, 1)):
        row = StatementRow("s1", None, speaker, None, (make.who("IRNA"),), (), "direct", make.evidence())
        assert seen(authority([row])).count("rect", "actor") == actors


def test_links_lead_to_actors_and_words(seen: type[Any], make: type[Any], page: Link) -> None:
    """The link function is asked for both."""
    links = seen(authority([make.account("r1", ["IRNA"])], page)).links
    assert links == ["/actor/id-IRNA", "/report/r1?span=3-12#s3-12"]


def test_many_reports_are_counted(seen: type[Any], make: type[Any], far: Link) -> None:
    """Of a hundred reports some are drawn, in less than 60 KB, the others counted."""
    rows = [make.account(f"r{number}", ["A" * 300, "B", "C", f"D{number}"]) for number in range(100)]
    drawn = authority(rows, far)
    assert len(drawn.encode()) < 60_000
    assert seen(drawn).count("rect", "report") == 16
    assert "and 84 reports more" in seen(drawn).text


def test_no_report_is_said(seen: type[Any]) -> None:
    """Without accounts the picture says so."""
    assert "No report" in seen(authority([])).text
