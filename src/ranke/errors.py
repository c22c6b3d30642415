"""What can go wrong, as one tree.

RankeError
├── UsageError      a wrong argument, option or combination of them
├── ReportError     a file or row that can't be read as a report
├── RecordError     a record that can't be opened or does not hold what was asked for
└── TableError      a table of knowledge that breaks its own rules
"""


class RankeError(Exception):
    """Base of every error that Ranke raises on purpose; the message says what, the value, and the way out."""


class UsageError(RankeError):
    """A wrong argument, option or combination of them."""


class ReportError(RankeError):
    """A file, or one row of it, that can't be read as a report.

    Args:
        message: One sentence: what is wrong, and the way out.
        path: The file as the user named it; `-` for standard input.
        line: The line or row in it, counted from 1, where that is known.
    """

    def __init__(self, message: str, *, path: str = "", line: int | None = None) -> None:
        self.message, self.path, self.line = message, path, line
        where = f"{path}:{line}" if line is not None else path
        super().__init__(f"{where}: {message}" if where else message)


class RecordError(RankeError):
    """A record that can't be opened, or that does not hold what was asked for."""


class TableError(RankeError):
    """A table of knowledge (verbs, cues, countries, ...) that breaks its own rules."""
