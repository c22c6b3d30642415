import re
from collections.abc import Callable

from ranke.answers import JudgementRow
from ranke.views.judgements import judgements_view

type Written = Callable[..., str]


def test_judgement_tells_number_day_author_and_what(written: Written) -> None:
    """The number is what `ranke undo` takes; what was undone stays in the list and says so."""
    made = "2020-05-01T10:00:00"
    rows = [
        JudgementRow(1, "merge", "actor", ("A. Berg", "Ada Berg"), None, "same speech", "Kim", made, None),
        JudgementRow(2, "retype", "event", ("x" * 99,), "AID", "", "Lou", made, "2020-06-01T09:00:00"),
    ]
    first, second = (re.split(r"\s{2,}", line.strip()) for line in written(judgements_view(rows)).strip().split("\n"))
    assert first == ["1", "2020-05-01", "Kim", "merge actor A. Berg, Ada Berg: same speech"]
    assert second == ["2", "2020-05-01", "Lou", f"retype event {'x' * 59}… → AID", "undone 2020-06-01"]
