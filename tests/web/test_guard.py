from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from ranke.record import Record
from ranke.web import rates

type Opens = Callable[..., TestClient]

HOME = "http://127.0.0.1:8765"
TOKEN = "a-token-for-tests"  # noqa: S105 - it opens nothing
PAGE = {"accept": "text/html"}


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8765", "192.168.1.9", ""])
def test_only_by_a_name_of_this_machine(client: TestClient, host: str) -> None:
    """A page elsewhere whose name leads to this machine reads nothing here."""
    answer = client.get("/timeline.json", headers={"host": host})
    assert answer.status_code == 421
    assert "rows" not in answer.json()


@pytest.mark.parametrize("host", ["localhost:8765", "127.0.0.1", "[::1]:8765"])
def test_names_of_this_machine(client: TestClient, host: str) -> None:
    """Names that always mean this machine are known."""
    assert client.get("/timeline.json", headers={"host": host}).status_code == 200


def test_an_open_room(made: Record, opens: Opens) -> None:
    """A room that other machines reach shows nothing without the token, and all with it."""
    client = opens(made, host="0.0.0.0")  # noqa: S104 - nothing is bound in a test
    for path in ("/", "/timeline.json", "/timeline.csv", "/report/herald-1", "/openapi.json", "/tokens", "/nothing"):
        answer = client.get(path, headers=PAGE | {"host": "room.example"})
        assert answer.status_code == 401
        assert "Freedonia" not in answer.text
    assert client.get("/static/room.css").status_code == 200
    assert client.get("/token", headers=PAGE).status_code == 200
    assert client.get("/timeline.json", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    client.post("/token", data={"token": TOKEN}, headers={"origin": HOME})
    assert client.get("/", headers=PAGE).status_code == 200


def test_too_large(client: TestClient) -> None:
    """What is too large is refused before it is read, however it is sent."""
    assert client.post("/token", content=b"x" * 70_000).status_code == 413
    assert client.post("/token", content=iter([b"x" * 40_000, b"x" * 40_000])).status_code == 413
    assert client.get("/search?words=" + "x" * 9000).status_code == 414


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE"])
def test_other_methods(client: TestClient, method: str) -> None:
    """Pages are read, and judgements are posted; nothing else is done."""
    assert client.request(method, "/timeline").status_code == 405


def test_head(client: TestClient) -> None:
    """The head of a page can be asked for."""
    assert client.head("/timeline").status_code == 200


def test_guessing_is_slow(made: Record, opens: Opens) -> None:
    """Who tries one token after the other is soon turned away, and told for how long."""
    client = opens(made)
    found = [client.post("/token", data={"token": str(one)}, headers={"origin": HOME}).status_code for one in range(12)]
    assert found == [403] * 10 + [429] * 2


def test_too_many_requests(made: Record, opens: Opens, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks too often is told to wait; the page says so in the one shape of errors."""
    monkeypatch.setitem(rates.RATES, "read", (3, 0.01))
    client = opens(made)
    answers = [client.get("/static/room.css") for _ in range(4)]
    assert [one.status_code for one in answers] == [200, 200, 200, 429]
    assert answers[-1].json()["error"]["code"] == "too_many_requests"
