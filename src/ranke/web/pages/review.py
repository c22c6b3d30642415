"""What people decide: the queue of what the record is least sure of, and all judgements."""

from ranke.answers import DoubtRow, JudgementRow
from ranke.record import Record
from ranke.web.answered import Answered
from ranke.web.asked import Listed, ReviewAsked
from ranke.web.pages.listed import listed
from ranke.web.paging import counted

_DOUBTS = 10
_JUDGEMENTS = 50

QUESTIONS = {
    "joined": ("The record takes these for one. Are they?", "One", "Not one"),
    "apart": ("The record takes these for two. Are they one?", "One", "Not one"),
    "event": ("Is this right?", "Right", "Wrong"),
    "accounts": ("Do these tell of the same event?", "The same", "Not the same"),
}
"""What is asked about each kind of doubt, and what yes and no are called."""

YES = {"joined": "confirm", "apart": "merge", "event": "confirm", "accounts": "confirm"}
NO = {"joined": "distinct", "apart": "distinct", "event": "reject", "accounts": "distinct"}
"""The judgement that yes and no are."""


def review(record: Record, asked: ReviewAsked) -> Answered:
    """Return what the record is least sure of."""
    parts = counted(lambda size: record.review(kind=asked.kind, limit=size, **asked.view))
    last = next((row for row in reversed(record.judgements()) if not row.undone), None)
    given = {"last": last, "QUESTIONS": QUESTIONS, "YES": YES, "NO": NO}
    return listed("review", "Review", DoubtRow, asked, parts, shown=_DOUBTS, **given)


def judgements(record: Record, asked: Listed) -> Answered:
    """Return all judgements, undone ones too, the latest first."""
    rows = record.judgements()[::-1]
    parts = counted(lambda size: type(rows)(tuple(rows)[:size], more=max(len(rows) - size, 0)))
    return listed("judgements", "Judgements", JudgementRow, asked, parts, shown=_JUDGEMENTS)
