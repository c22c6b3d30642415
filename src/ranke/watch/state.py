"""What a watch remembers from round to round, in a file: what has been filed and what servers said of it."""

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from ranke.errors import UsageError
from ranke.watch.fetch import Tag

_VERSION = 1


@dataclass(slots=True)
class Seen:
    """What became of one entry of a feed: its `mark` when read, empty if it is to be tried again; its report's id."""

    mark: str = ""
    report: str = ""
    tag: Tag = field(default_factory=Tag)


class State:
    """What a watch remembers; each `save` is whole or not at all.

    Args:
        path: The file; made where there is none.

    Raises:
        UsageError: If the file can't be read or is something else.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._feeds: dict[str, Tag] = {}
        self._seen: dict[str, dict[str, Seen]] = {}
        try:
            kept: Any = json.loads(path.read_bytes()) if path.exists() else {"version": _VERSION, "feeds": {}}
            if kept["version"] != _VERSION:
                raise ValueError  # noqa: TRY301 - told with all else that may be wrong with the file
            for url, feed in kept["feeds"].items():
                self._feeds[url] = Tag(**feed["tag"])
                self._seen[url] = {key: _seen(one) for key, one in feed["entries"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            message = f"{path} does not hold what ranke watch remembers; delete it, or name another with --state"
            raise UsageError(message) from error

    def tag(self, feed: str) -> Tag:
        """Return what came with a feed's last answer."""
        return self._feeds.get(feed, Tag())

    def seen(self, feed: str, key: str) -> Seen:
        """Return what became of an entry; an empty one if nothing."""
        return self._seen.get(feed, {}).get(key, Seen())

    def note(self, feed: str, key: str, seen: Seen) -> None:
        """Note what became of an entry."""
        self._seen.setdefault(feed, {})[key] = seen

    def finish(self, feed: str, tag: Tag, keys: Iterable[str]) -> None:
        """Note that all entries of a feed are done: what came with it, and which there are; others are forgotten."""
        here = self._seen.get(feed, {})
        self._seen[feed] = {key: here[key] for key in keys if key in here}
        self._feeds[feed] = tag

    def save(self) -> None:
        """Write all of it.

        Raises:
            UsageError: If the file can't be written.
        """
        feeds = {
            url: {"tag": asdict(self.tag(url)), "entries": {key: asdict(one) for key, one in entries.items()}}
            for url, entries in self._seen.items()
        }
        text = json.dumps({"version": _VERSION, "feeds": feeds}, indent=1, sort_keys=True)
        half = self._path.with_name(f"{self._path.name}.{os.getpid()}.part")
        try:
            half.write_text(text, encoding="utf-8")
            half.replace(self._path)
        except OSError as error:
            message = f"{self._path} can't be written ({error.strerror}); name another file with --state"
            raise UsageError(message) from error


def _seen(kept: dict[str, Any]) -> Seen:
    return Seen(str(kept["mark"]), str(kept["report"]), Tag(**kept["tag"]))
