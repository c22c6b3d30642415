import pytest

from ranke.web.settings import Settings, is_loopback


@pytest.mark.parametrize(("host", "only_here"), [
    ("127.0.0.1", True), ("127.9.9.9", True), ("localhost", True), ("::1", True), ("[::1]", True),
    ("0.0.0.0", False),  # noqa: S104 - nothing is bound
    ("::", False), ("192.168.1.2", False), ("example.org", False), ("", False),
    ("127.0.0.1.example.org", False),
])  # fmt: skip
def test_loopback(host: str, only_here: bool) -> None:  # noqa: FBT001 - the expected answer
    """Only addresses that no other machine reaches are loopback."""
    assert is_loopback(host) == only_here
    assert Settings("secret-token", host).is_open != only_here


def test_a_cookie_gives_no_token_away() -> None:
    """What the cookie holds follows from the token, is not the token, and is known again."""
    settings = Settings("secret-token")
    assert settings.token not in settings.key
    assert settings.knows_key(settings.key)
    assert not settings.knows_key(settings.token)
    assert not settings.knows(settings.key)
    assert not settings.knows(None)
    assert not Settings("another-token").knows_key(settings.key)
