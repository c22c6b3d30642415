from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from ranke.record import Record

type Opens = Callable[..., TestClient]

HOME = "http://127.0.0.1:8765"
TOKEN = "a-token-for-tests"  # noqa: S105 - it opens nothing
PAGE = {"accept": "text/html"}
PROGRAM = {"authorization": f"Bearer {TOKEN}"}


def event_of(record: Record, kind: str = "CONSULT") -> str:
    """Return the id of an event."""
    return record.timeline(type=kind)[-1].id


def test_the_cookie(own: Record, opens: Opens) -> None:
    """The token is entered in a form; what is kept of it is no token, and no script or other site gets at it."""
    client = opens(own)
    headers = {"origin": HOME}
    wrong = client.post("/token", data={"token": "guess"}, headers=headers | PAGE)
    assert (wrong.status_code, "set-cookie" in wrong.headers) == (403, False)
    assert "This is not the token" in wrong.text
    right = client.post(
        "/token", data={"token": TOKEN, "back": "/review?kind=event"}, headers=headers, follow_redirects=False
    )
    assert (right.status_code, right.headers["location"]) == (303, "/review?kind=event")
    cookie = right.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert TOKEN not in cookie
    assert 'action="/judge/' in client.get("/review", headers=PAGE).text
    client.post("/token", data={"forget": "1"}, headers=headers)
    assert 'action="/judge/' not in client.get("/review", headers=PAGE).text


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""]
)
def test_one_is_led_back_into_the_room(own: Record, opens: Opens, back: str) -> None:
    """Whatever a form says, one stays in the room."""
    done = opens(own).post(
        "/token", data={"token": TOKEN, "back": back}, headers={"origin": HOME}, follow_redirects=False
    )
    assert done.headers["location"] == "/"


def test_a_judgement(judge: TestClient, own: Record) -> None:
    """A form judges, leads back to where it stood, and the judgement can be undone."""
    event = event_of(own)
    sent = {"one": event, "note": "a rehearsal", "author": "Ada", "back": "/timeline"}
    done = judge.post("/judge/reject", data=sent, headers=PAGE, follow_redirects=False)
    assert (done.status_code, done.headers["location"]) == (303, "/timeline")
    (row,) = own.judgements()
    assert (row.kind, row.note, row.author, row.undone) == ("reject", "a rehearsal", "Ada", None)
    assert event not in judge.get("/timeline", headers=PAGE).text
    judge.post("/judge/undo", data={"number": str(row.number)}, headers=PAGE)
    assert own.judgements()[0].undone
    assert event in judge.get("/timeline", headers=PAGE).text


@pytest.mark.parametrize("verdict", ["y", "n", "h"])
def test_review(judge: TestClient, own: Record, verdict: str) -> None:
    """Each verdict of the queue is a judgement, and takes its doubt out of the queue."""
    import re

    doubt = own.review()[0]
    page = judge.get("/review", headers=PAGE).text
    first = page.partition(f'id="{doubt.id}"')[2]
    form = re.search(rf'action="(/judge/\w+)" data-key="{verdict}">(.*?)</form>', first, re.DOTALL)
    assert form
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form[2]))
    assert judge.post(form[1], data=fields, headers=PAGE).status_code == 200
    assert len(own.judgements()) == 1
    assert doubt.id not in [row.id for row in own.review()]
    assert 'id="undo"' in judge.get("/review", headers=PAGE).text


def test_an_actor_is_judged_on_its_page(judge: TestClient, own: Record) -> None:
    """On the page of an actor one says whom it is the same as, and is back there afterwards."""
    page = judge.get("/actor/Freedonia", headers=PAGE).text
    assert 'action="/judge/split"' in page
    one = own.actor("Freedonia").who.id
    sent = {"one": one, "other": "Rufus Firefly", "back": f"/actor/{one}"}
    done = judge.post("/judge/merge", data=sent, headers=PAGE)
    assert (done.status_code, own.judgements()[0].kind) == (200, "merge")
    assert "Rufus Firefly" in done.text


def test_a_program_judges(own: Record, opens: Opens) -> None:
    """A program sends the token with each judgement, as JSON, and gets the judgement back."""
    client = opens(own)
    done = client.post("/judge/retype", json={"one": event_of(own), "type": "AGREE"}, headers=PROGRAM)
    assert (done.status_code, done.json()["kind"], done.json()["value"]) == (200, "retype", "AGREE")
    merged = client.post("/judge/merge", json={"one": "Freedonia", "other": "Rufus Firefly"}, headers=PROGRAM)
    assert merged.json()["what"] == "actor"
    split = {"one": "Freedonia", "members": ["herald-1"]}
    assert client.post("/judge/split", json=split, headers=PROGRAM).json()["kind"] == "split"
    assert [row["number"] for row in client.get("/judgements.json").json()["rows"]] == [3, 2, 1]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 401),
        ({"authorization": "Bearer wrong"}, 401),
        ({"authorization": f"Basic {TOKEN}"}, 401),
        ({"cookie": f"ranke={TOKEN}"}, 401),
        (PROGRAM, 200),
    ],
)
def test_nobody_judges_without_the_token(own: Record, opens: Opens, headers: dict[str, str], status: int) -> None:
    """Who has not the token may not judge, and nothing is written."""
    done = opens(own).post("/judge/reject", data={"one": event_of(own)}, headers=headers)
    assert done.status_code == status
    assert len(own.judgements()) == (status == 200)


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example", "sec-fetch-site": "cross-site"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999", "sec-fetch-site": "same-site"},
        {"sec-fetch-site": "cross-site"},
        {},
    ],
)
def test_no_other_site_judges(judge: TestClient, own: Record, headers: dict[str, str]) -> None:
    """A form on another site is refused, even if the browser sent the cookie along."""
    for name in ("origin", "sec-fetch-site"):
        judge.headers.pop(name)
    done = judge.post("/judge/reject", data={"one": event_of(own)}, headers=headers)
    assert done.status_code == 403
    assert not own.judgements()


def test_a_room_that_only_reads(own: Record, opens: Opens) -> None:
    """Where nobody may judge, the token does not help."""
    client = opens(own, judging=False)
    done = client.post("/judge/reject", data={"one": event_of(own)}, headers=PROGRAM)
    assert (done.status_code, done.json()["error"]["code"]) == (403, "not_allowed")
    assert "/token" not in client.get("/review", headers=PAGE).text


@pytest.mark.parametrize(
    ("name", "sent", "status", "told"),
    [
        ("reject", {}, 400, "'one' is missing"),
        ("reject", {"one": "e9999999"}, 404, "no event"),
        ("merge", {"one": "Freedonia"}, 400, "'other' is missing"),
        ("merge", {"one": "Freedonia", "other": "Ruritania"}, 404, "Ruritania"),
        ("retype", {"one": "herald-1:e1", "type": "NAP"}, 400, "NAP"),
        ("undo", {"number": "99"}, 404, "99"),
        ("undo", {"number": "x"}, 400, "'x' is no number"),
        ("undo", {"number": "9" * 40}, 400, "no number"),
    ],
)
def test_a_judgement_that_is_none(
    own: Record, opens: Opens, name: str, sent: dict[str, str], status: int, told: str
) -> None:
    """What can't be judged is told in one sentence, and nothing is written."""
    done = opens(own).post(f"/judge/{name}", json=sent, headers=PROGRAM)
    assert done.status_code == status
    assert told in done.json()["error"]["message"]
    assert not own.judgements()


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b"[1]"),
        ("application/json", b"{"),
        ("application/x-www-form-urlencoded", b"\xff\xfe"),
        ("application/x-www-form-urlencoded", b"&".join(b"a%d=1" % one for one in range(99))),
    ],
)
def test_a_form_that_is_none(own: Record, opens: Opens, kind: str, body: bytes) -> None:
    """What is neither a form nor JSON is refused."""
    done = opens(own).post("/judge/reject", content=body, headers=PROGRAM | {"content-type": kind})
    assert done.status_code == 400
