"""The command line: what starts it, what ends it, and the frame that the commands are told in.

Data goes to standard output, everything else to standard error.
"""

import argparse
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn

from ranke import __version__
from ranke.commands import (
    asking,
    exporting,
    judging,
    keeping,
    looking,
    publishing,
    reading,
    serving,
    surveying,
    watching,
)
from ranke.commands.frame import ALL_READ, NOTHING_READ, SOME_NOT_READ, Run, say
from ranke.errors import RankeError

__all__ = ["ALL_READ", "INTERRUPTED", "NOTHING_READ", "PIPE_CLOSED", "SOME_NOT_READ", "TERMINATED", "main"]

INTERRUPTED, PIPE_CLOSED, TERMINATED = 130, 141, 143
"""The exit codes that a shell gives a program that SIGINT, SIGPIPE or SIGTERM ended."""

_GROUPS = (
    ("read and file", (reading.commands, watching.commands)),
    ("ask", (asking.commands, surveying.commands)),
    ("open and hand on", (serving.commands, publishing.commands, exporting.commands)),
    ("look up", (looking.commands,)),
    ("judge", (judging.commands,)),
    ("keep", (keeping.commands,)),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Args:
        arguments: The words after `ranke`; those of the process where none are given.
    """
    try:
        with _terminable():
            code = _run(arguments)
            sys.stdout.flush()
    except KeyboardInterrupt as stop:
        say("stopped")
        return TERMINATED if isinstance(stop, _Terminated) else INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; nothing more may be written, not even at the end of the process.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except RankeError as error:
        say(str(error))
        return NOTHING_READ
    return code


class _Terminated(KeyboardInterrupt):
    """SIGTERM, which ends a command as Ctrl-C does: what is open is closed."""


@contextmanager
def _terminable() -> Iterator[None]:
    """Take SIGTERM for a Ctrl-C meanwhile; only the main thread may."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: object) -> NoReturn:
        raise _Terminated

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else NOTHING_READ
    code: int = options.run(options)
    return code


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line instead of the whole usage."""
        self.exit(NOTHING_READ, f"ranke: {message} (see {self.prog} --help)\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="ranke",
        usage="ranke COMMAND ...",
        description="Reads dated news reports and says who did what to whom, who said what, and how we know.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"ranke {__version__}")
    commands = parser.add_subparsers(
        prog="ranke", metavar="COMMAND", required=True, parser_class=_Parser, help=argparse.SUPPRESS
    )
    told = []
    for title, several in _GROUPS:
        group = _Group(commands)
        for commands_of in several:
            commands_of(group)
        told.append("\n".join([f"{title}:", *group.told]))
    codes = "Exit codes: 0 all was read, 1 some was not, 2 nothing was or the command was wrong, 130 stopped."
    parser.epilog = "\n\n".join([*told, f"ranke COMMAND --help tells the options of a command.\n{codes}"])
    return parser


class _Group:
    """Adds commands and keeps the line that the help has on each, as argparse can't list them in groups."""

    def __init__(self, commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type of this to itself
        self.told: list[str] = []
        self._commands = commands

    def __call__(self, name: str, tells: str, run: Run, *, example: str | None = None) -> argparse.ArgumentParser:
        self.told.append(f"  {name:<12}{tells}")
        description = f"{tells[0].upper()}{tells[1:]}."
        epilog = f"Example: {example}" if example else None
        parser: argparse.ArgumentParser = self._commands.add_parser(name, description=description, epilog=epilog)
        parser.set_defaults(run=run)
        return parser
