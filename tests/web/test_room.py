from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from ranke.errors import RecordError
from ranke.record import Record
from ranke.web.room import Room
from ranke.web.settings import Settings


def test_the_first_page_is_asked_for_ahead(
    own: Record,
    application: Any,  # noqa: ANN401 - any application
    opens: Callable[..., TestClient],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Who comes first finds the overview ready; once something is written it is asked for again."""
    asked = []
    overview = Record.overview
    monkeypatch.setattr(Record, "overview", lambda self, **view: asked.append(view) or overview(self, **view))
    client = opens(own)
    application.room.look_ahead()
    assert len(asked) == 1
    assert client.get("/").status_code == client.get("/overview.json").status_code == 200
    assert len(asked) == 1
    own.reject("herald-1:e1")
    assert client.get("/").status_code == 200
    assert len(asked) == 2


def test_what_is_wrong_is_told_to_who_asks(own: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record that can't be asked ahead does not keep the room from opening."""

    def broken(*_: object, **__: object) -> None:
        message = "my.db can't be used"
        raise RecordError(message)

    monkeypatch.setattr(Record, "overview", broken)
    Room(own, Settings("a-token-for-tests")).look_ahead()
