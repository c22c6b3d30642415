import re
from collections.abc import Callable

from ranke.answers import ClaimRow, Evidence, StanceRow, StatementRow, Who
from ranke.views.said import change, claims_table, stances_table, statements_view

type Written = Callable[..., str]


def test_statement_tells_to_whom_about_whom_and_through_whom(
    statement_row: Callable[..., StatementRow], written: Written, sudland: Who, herald: Who, general: Who
) -> None:
    """The chain of relays is told from the first to pass it on."""
    row = statement_row(addressee=sudland, about=(sudland,), attribution=(herald, general))
    (line,) = written(statements_view([row])).strip().split("\n")
    assert re.split(r"\s{2,}", line) == [
        "2020-03-03",
        "Ada Berg (to Sudland, about Sudland, via Orm, cited by Norland Herald): “We never accept it”",
        "[Norland Herald, herald-1]",
    ]


def test_only_quoted_words_stand_in_quotation_marks(
    statement_row: Callable[..., StatementRow], written: Written
) -> None:
    """What is not the speaker's wording is not shown as such; who is not known is not named."""
    shown = written(statements_view([statement_row(kind="indirect", speaker=None, date=None)]))
    assert "not named: We never accept it" in shown
    assert shown.startswith("by 2020-03-03")


def test_stance_is_for_or_against_an_actor_or_a_plan(
    written: Written, ada: Who, sudland: Who, evidence: Callable[..., Evidence]
) -> None:
    """The target may be an actor or the short name of a cause."""
    rows = [
        StanceRow(ada, sudland, "positive", "2020-03-03", evidence()),
        StanceRow(ada, "tariff plan", "negative", "2020-03-04", evidence()),
    ]
    shown = written(stances_table(rows))
    assert "Ada Berg for Sudland: “" in shown
    assert "Ada Berg against tariff plan: “" in shown


def test_claim_tells_period_change_and_who_claims_it(
    written: Written, ada: Who, sudland: Who, herald: Who, evidence: Callable[..., Evidence]
) -> None:
    """Whose claim it is stands with the claim; one without a period was known by the day of its report."""
    shown = written(claims_table([ClaimRow((ada, sudland), "breaks", "2011/", ada, (herald,), evidence())]))
    assert shown.startswith("from 2011 ")
    assert "Ada Berg and Sudland — breaks, according to Norland Herald, citing Ada Berg" in shown
    assert written(claims_table([ClaimRow((ada, sudland), "good", None, None, (), evidence())])).startswith(
        "by 2020-03-03"
    )


def test_change_that_no_reading_knows_is_shown_as_it_is() -> None:
    """A record may tell more than today's readings do."""
    assert (change("resumes").plain, change("resumes").style) == ("resumes", "green")
    assert (change("warmer").plain, change("warmer").style) == ("warmer", "")
