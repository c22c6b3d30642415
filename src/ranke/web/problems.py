"""What goes wrong, in one shape: a sentence for a person as a page, the same with a code as JSON."""

from collections.abc import Sequence
from typing import Any

from ranke.errors import RankeError, RecordError, UsageError

PROBLEM = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "status", "message"],
            "properties": {
                "code": {"type": "string", "description": "what went wrong, in a word that does not change"},
                "status": {"type": "integer", "description": "the status of the answer"},
                "message": {"type": "string", "description": "what is wrong, the value, and the way out"},
            },
        }
    },
}
"""The JSON Schema of an error."""

CODES = {
    400: "wrong_request", 401: "token_needed", 403: "not_allowed", 404: "not_found", 405: "wrong_method",
    409: "conflict", 413: "too_large", 414: "too_long", 421: "wrong_host", 422: "wrong_request",
    429: "too_many_requests", 500: "fault", 503: "record_unavailable",
}  # fmt: skip
TITLES = {
    401: "A token is needed", 403: "Not allowed", 404: "Not found", 405: "Not so", 413: "Too much", 414: "Too long",
    429: "Too many requests", 500: "Something broke", 503: "The record can’t be used",
}  # fmt: skip


class Refused(Exception):  # noqa: N818 - it is no fault, it is an answer
    """An answer that is an error.

    Args:
        status: The status of the answer.
        message: What is wrong, the value, and the way out.
    """

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status, self.message = status, message


def refused(error: RankeError) -> Refused:
    """Return the answer that an error of Ranke's becomes."""
    if isinstance(error, UsageError):
        return Refused(400, str(error))
    if isinstance(error, RecordError):
        # What the database itself says is the cause of an error about a record that can't be used.
        from_database = type(error.__cause__).__module__.startswith("sqlalchemy")
        return Refused(503 if from_database else 404, str(error))
    return Refused(500, str(error))


def invalid(errors: Sequence[Any]) -> Refused:
    """Return the answer to a query that breaks its rules, in one sentence about the first that is broken."""
    first = errors[0]
    name = ".".join(str(one) for one in first["loc"] if one not in {"query", "path", "body"})
    given = first.get("input")
    if first["type"] == "extra_forbidden":
        return Refused(400, f"{name!r} is nothing that can be asked here; see /openapi.json for what can")
    shown = f", not {str(given)[:60]!r}" if isinstance(given, (str, int)) else ""
    return Refused(400, f"{name}: {first['msg'][:1].lower()}{first['msg'][1:]}{shown}")


def problem(refused: Refused) -> dict[str, Any]:
    """Return an error as JSON has it."""
    code = CODES.get(refused.status, "fault" if refused.status >= 500 else "wrong_request")  # noqa: PLR2004
    return {"error": {"code": code, "status": refused.status, "message": refused.message}}
