"""The judgements on a record: what people decide, listed, and taken back."""

from collections.abc import Sequence

from ranke.answers import JudgementRow, Rows
from ranke.record.filing.deciding import found_right, put_aside, told_apart
from ranke.record.filing.judging import event_type, judge, merged, rejected, split_from, unjudge
from ranke.record.opened import Opened
from ranke.record.questions.evidence import judged, row_of
from ranke.record.questions.lens import Lens


class Judging(Opened):
    """What can be judged in a record."""

    def merge(self, one: str, other: str, *, note: str = "", author: str = "") -> JudgementRow:
        """Judge that two actors, or two events, are one."""
        with self._filing() as filing:
            what, sides = merged(Lens(filing.connection), one, other)
            return row_of(judge(filing, "merge", what, sides, note=note, author=author))

    def split(self, one: str, members: Sequence[str], *, note: str = "", author: str = "") -> JudgementRow:
        """Judge that some entries of an actor, or some accounts of an event, are another one.

        Args:
            one: The actor or the event.
            members: Ids of entries, REPORT:ID, or reports whose entries go.
            note: Why.
            author: Who says so.
        """
        with self._filing() as filing:
            what, sides = split_from(Lens(filing.connection), one, members)
            return row_of(judge(filing, "split", what, sides, note=note, author=author))

    def distinct(self, one: str, other: str, *, note: str = "", author: str = "") -> JudgementRow:
        """Judge that two actors, or two events, are not the same, whatever would join them; a later merge may.

        Args:
            one: An actor or an event; or an entry of the same one as the other.
            other: Another one.
            note: Why.
            author: Who says so.
        """
        with self._filing() as filing:
            what, sides = told_apart(Lens(filing.connection), one, other)
            return row_of(judge(filing, "distinct", what, sides, note=note, author=author))

    def confirm(self, one: str, other: str | None = None, *, note: str = "", author: str = "") -> JudgementRow:
        """Judge that an event is right as the record holds it; or that two entries that it holds for one are one.

        Args:
            one: An event or an actor; or one of its entries, where another is given.
            other: Another entry of the same.
            note: Why.
            author: Who says so.
        """
        with self._filing() as filing:
            what, sides = found_right(Lens(filing.connection), one, other)
            return row_of(judge(filing, "confirm", what, sides, note=note, author=author))

    def unsure(self, one: str, other: str | None = None, *, note: str = "", author: str = "") -> JudgementRow:
        """Judge that nobody can tell: the record stays as it is, and `review` asks no more.

        Args:
            one: An event, an actor or an entry.
            other: What it may or may not be one with.
            note: Why.
            author: Who says so.
        """
        with self._filing() as filing:
            what, sides = put_aside(Lens(filing.connection), one, other)
            return row_of(judge(filing, "unsure", what, sides, note=note, author=author))

    def reject(self, event: str, *, note: str = "", author: str = "") -> JudgementRow:
        """Judge that an event is none; it stays in the record and is no longer shown."""
        with self._filing() as filing:
            sides = rejected(Lens(filing.connection), event)
            return row_of(judge(filing, "reject", "event", sides, note=note, author=author))

    def retype(
        self,
        event: str,
        type: str,  # noqa: A002 - the word that the commands use
        *,
        note: str = "",
        author: str = "",
    ) -> JudgementRow:
        """Judge that an event is of another type."""
        value = event_type(type)
        with self._filing() as filing:
            sides = rejected(Lens(filing.connection), event)
            return row_of(judge(filing, "retype", "event", sides, value=value, note=note, author=author))

    def judgements(self) -> Rows[JudgementRow]:
        """Return all judgements, undone ones too, in the order in which they were made."""
        with self._lens({}) as lens:
            return Rows(judged(lens))

    def undo(self, number: int) -> JudgementRow:
        """Undo a judgement; it stays in the list.

        Raises:
            RecordError: If there is none of this number, or it is undone already.
        """
        with self._filing() as filing:
            unjudge(filing, number)
            return next(row for row in judged(Lens(filing.connection)) if row.number == number)
