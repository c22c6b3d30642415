from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from ranke.record import Record

type Opens = Callable[..., TestClient]

HOME = "http://127.0.0.1:8765"
PAGE = {"accept": "text/html"}


@pytest.mark.parametrize(
    ("path", "status", "code", "told"),
    [
        ("/nothing", 404, "not_found", "there is no page '/nothing'"),
        ("/actor/Ruritania.json", 404, "not_found", "nobody in this record is called 'Ruritania'"),
        ("/event/e9999.json", 404, "not_found", "no event of this record answers to 'e9999'"),
        ("/report/none.json", 404, "not_found", "none"),
        ("/timeline.json?since=soon", 400, "wrong_request", "since"),
        ("/timeline.json?since=2020-13-40", 400, "wrong_request", "2020-13-40"),
        ("/timeline.json?as_of=2020-02-31", 400, "wrong_request", "2020-02-31"),
        ("/timeline.json?type=NAP", 400, "wrong_request", "'NAP'"),
        ("/timeline.json?limit=-1", 400, "wrong_request", "limit"),
        ("/timeline.json?limit=1001", 400, "wrong_request", "limit"),
        ("/timeline.json?colour=red", 400, "wrong_request", "'colour'"),
        ("/timeline?limit=0", 400, "wrong_request", "limit=0"),
        ("/search.json?words=%22%22", 400, "wrong_request", "no word to look for"),
        ("/timeline.json?without=Nobody", 404, "not_found", "'Nobody'"),
        ("/report/herald-1.json?span=x", 400, "wrong_request", "span"),
        ("/timeline.json?actor=" + "x" * 400, 400, "wrong_request", "actor"),
        ("/judge/merge", 405, "wrong_method", "only to be read"),
    ],
)
def test_errors(client: TestClient, path: str, status: int, code: str, told: str) -> None:
    """Whatever goes wrong is told in one shape: a code, the status, and a sentence with the value."""
    answer = client.get(path)
    assert answer.status_code == status
    error = answer.json()["error"]
    assert set(answer.json()) == {"error"}
    assert (error["code"], error["status"]) == (code, status)
    assert told in error["message"]


def test_an_error_for_a_person(client: TestClient) -> None:
    """Who asks for a page gets the sentence as a page, escaped."""
    answer = client.get("/actor/<script>alert(1)</script>", headers=PAGE)
    assert answer.status_code == 404
    assert "<h1>Not found</h1>" in answer.text
    assert "<script>alert" not in answer.text


def test_a_fault_of_ours(made: Record, opens: Opens, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of Ranke's is told as one, without what is inside."""
    monkeypatch.setattr(Record, "timeline", lambda *_, **__: 1 / 0)
    answer = opens(made).get("/timeline.json")
    assert answer.status_code == 500
    assert "division" not in answer.text
    assert answer.json()["error"]["code"] == "fault"


def test_a_record_that_has_gone(made: Record, opens: Opens, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the database refuses is told as such, not as something that is not there."""
    from sqlalchemy.exc import OperationalError

    from ranke.errors import RecordError

    def broken(*_: object, **__: object) -> None:
        message = "my.db can't be used"
        raise RecordError(message) from OperationalError("select", {}, Exception("disk I/O error"))

    monkeypatch.setattr(Record, "timeline", broken)
    answer = opens(made).get("/timeline.json")
    assert (answer.status_code, answer.json()["error"]["code"]) == (503, "record_unavailable")
