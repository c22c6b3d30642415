"""How a room is run: who may look and judge, and how much at a time."""

import hashlib
import hmac
import ipaddress
from dataclasses import dataclass

LEAST = 8
"""Characters that a token has at least."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a room is run.

    Args:
        token: What is to be entered to judge; and to read, where the room is open to other machines.
        host: The address that it listens on.
        judging: Whether anybody may judge at all.
        author: Who judges, where a form does not say so.
        names: Other names by which the room is asked for, such as that of a machine.
    """

    token: str
    host: str = "127.0.0.1"
    judging: bool = True
    author: str = ""
    names: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether other machines can come in, so that reading needs the token too."""
        return not is_loopback(self.host)

    @property
    def key(self) -> str:
        """What the cookie holds of somebody who has entered the token: it does not give the token away."""
        return hmac.new(self.token.encode(), b"ranke reading room", hashlib.sha256).hexdigest()

    def knows(self, given: str | None) -> bool:
        """Tell whether this is the token."""
        return hmac.compare_digest((given or "").encode(errors="replace"), self.token.encode())

    def knows_key(self, given: str | None) -> bool:
        """Tell whether this is what the cookie of a reader with the token holds."""
        return hmac.compare_digest((given or "").encode(errors="replace"), self.key.encode())


def is_loopback(host: str) -> bool:
    """Tell whether only this machine reaches an address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
