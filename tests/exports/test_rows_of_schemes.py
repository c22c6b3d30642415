import io
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from ranke.answers import WholeEvent
from ranke.exports.columns import columns
from ranke.exports.exporting import export
from ranke.exports.gdelt import quad
from ranke.schemes import codes


def table(shelf: Any, to: str, **options: Any) -> pd.DataFrame:  # noqa: ANN401 - a record and its options
    """Return what a program reads that takes the format's files: all as text, nothing turned into a null."""
    out = io.BytesIO()
    export(shelf, to, out, **options)
    names = {"header": None, "names": columns("gdelt")} if to == "gdelt" else {}
    return pd.read_csv(io.BytesIO(out.getvalue()), sep="\t", dtype=str, keep_default_na=False, quoting=3, **names)


@pytest.mark.parametrize(("to", "count"), [("polecat", 40), ("icews", 20), ("gdelt", 61)])
def test_each_scheme_has_its_columns(shelf: Any, to: str, count: int) -> None:  # noqa: ANN401
    """A file has the published number of columns in every line, and pandas reads it."""
    out = io.BytesIO()
    export(shelf, to, out)
    lines = out.getvalue().decode().removesuffix("\n").split("\n")
    assert {len(line.split("\t")) for line in lines} == {count} == {len(columns(to))}
    assert len(table(shelf, to)) == len(lines) - (to != "gdelt")


def test_polecat_cells(shelf: Any) -> None:  # noqa: ANN401
    """Cells are filled from the event, several values are divided, and what is unknown is None as POLECAT has it."""
    rows = table(shelf, "polecat").set_index("Event ID")
    first = rows.loc["e1a2b3c4d5e6"]
    assert first["Event Date"] == "2020-03-02"
    assert (first["Event Type"], first["Event Mode"], first["Quad Code"]) == ("CONSULT", "visit", "1")
    assert first["Contexts"] == "diplomatic; cbrn"
    assert (first["Actor Name"], first["Actor Country"], first["Actor COW"]) == ("Ada Berg", "FRA", "220")
    assert (first["Recipient COW"], first["Primary Recipient Sector"]) == ("630", "GOV")
    assert (first["Placename"], first["Country"], first["Latitude"]) == ("Tehran", "IRN", "35.7")
    assert (first["Source"], first["Publication Date"]) == ("Norland Herald", "2020-03-03")
    assert rows.loc["e2", "Actor Name"] == "Ada Berg; Iran"
    assert rows.loc["e2", "Actor Sectors"] == "GOV"
    assert rows.loc["e2", "Event Date"] == "None", "of a month no day is made up"
    assert rows.loc["e3", "Event Mode"] == "demo", "POLECAT spells demonstrate so"
    assert rows.loc["e3", "Recipient Name"] == rows.loc["e3", "Actor Country"] == rows.loc["e3", "City"] == "None"


def test_what_did_not_happen_is_left_out_of_schemes_without_a_status(shelf: Any) -> None:  # noqa: ANN401
    """A denied attack is no attack: it is only written when it is asked for."""
    for to in ("polecat", "icews", "gdelt"):
        assert "190" not in table(shelf, to).to_string()
        assert len(table(shelf, to, status="all")) == len(table(shelf, to)) + 1
        assert len(table(shelf, to, status="denied")) == 1


def test_icews_cells(shelf: Any) -> None:  # noqa: ANN401
    """ICEWS has a row for each source and target, names of countries and sectors, and numbers for ids."""
    rows = table(shelf, "icews")
    first = rows.iloc[0]
    assert (first["Event Text"], first["CAMEO Code"], first["Intensity"]) == ("Make a visit", "042", "1.9")
    assert (first["Source Name"], first["Source Sectors"], first["Source Country"]) == (
        "Ada Berg",
        "Government",
        "France",
    )
    assert (first["Target Country"], first["Country"], first["Story ID"]) == ("Iran", "Iran", "herald-1")
    mutual = rows[rows["CAMEO Code"] == "030"]
    assert sorted(zip(mutual["Source Name"], mutual["Target Name"], strict=True)) == [
        ("Ada Berg", "Iran"),
        ("Iran", "Ada Berg"),
    ]
    assert rows["Event ID"].is_unique
    assert rows["Event ID"].astype("int64").between(0, 2**60).all()


def test_ids_of_pairs_never_change(shelf: Any) -> None:  # noqa: ANN401
    """The number of a pair is a function of its three ids, as the page tells it."""
    assert table(shelf, "icews").iloc[0]["Event ID"] == table(shelf, "gdelt").iloc[0]["GLOBALEVENTID"]
    assert table(shelf, "icews").iloc[0]["Event ID"] == "586979991600336396"


def test_gdelt_cells(shelf: Any) -> None:  # noqa: ANN401
    """GDELT's cells are those of its codebook."""
    rows = table(shelf, "gdelt")
    first = rows.iloc[0]
    assert (first["Day"], first["MonthYear"], first["Year"], first["FractionDate"]) == (
        "20200302", "202003", "2020", "2020.1699",
    )  # fmt: skip
    assert (first["Actor1Code"], first["Actor1Name"], first["Actor1Type1Code"]) == ("FRAGOV", "ADA BERG", "GOV")
    assert (first["EventCode"], first["EventBaseCode"], first["EventRootCode"], first["QuadClass"]) == (
        "042", "042", "04", "1",
    )  # fmt: skip
    assert (first["IsRootEvent"], first["NumArticles"], first["NumSources"]) == ("1", "3", "2")
    assert (first["ActionGeo_Type"], first["ActionGeo_CountryCode"], first["ActionGeo_Lat"]) == ("", "IR", "35.7")
    assert (first["DATEADDED"], first["SOURCEURL"]) == ("20200303000000", "https://herald.example/1?a=1&b=2")
    month = rows[rows["EventCode"] == "030"].iloc[0]
    assert (month["Day"], month["MonthYear"], month["FractionDate"]) == ("", "202002", "")
    alone = rows[rows["EventCode"] == "141"].iloc[0]
    assert (alone["Year"], alone["Actor1Code"], alone["Actor2Code"], alone["ActionGeo_Type"]) == ("", "", "", "0")


def test_gdelt_knows_countries_and_bodies(whole_event: Callable[..., WholeEvent], shelf_of: Any) -> None:  # noqa: ANN401
    """A place that is a country is of type 1, and an intergovernmental body has no country."""
    from ranke.answers import ActorFacts, PlaceFacts, Who

    nato = ActorFacts(Who("a3", "NATO"), "organization", "IGO", "IGO")
    one = whole_event(sources=(nato,), targets=(nato,), place=PlaceFacts("Iran", "IRN", None, None))
    row = table(shelf_of([one]), "gdelt").iloc[0]
    assert row["ActionGeo_Type"] == "1"
    assert (row["Actor1Code"], row["Actor1CountryCode"], row["Actor1Name"]) == ("IGO", "", "NATO")
    assert row["Actor2Name"] == "", "nobody is paired with itself"


def test_every_cameo_code_has_a_quad_class() -> None:
    """No code falls out of the four classes."""
    assert {quad(code) for code in codes()} == {1, 2, 3, 4}
    assert [quad(code) for code in ("051", "080", "1311", "190")] == [1, 2, 3, 4]
    assert [quad(code) for code in ("", "x1", "00", "21", "²1")] == [None] * 5
