"""A plain text → one `Report`: its head is taken off, the rest stays as it is."""

from ranke.errors import ReportError
from ranke.model import Report
from ranke.report.datelines import read_agency, read_dateline, read_name
from ranke.report.heads import read_head
from ranke.report.rows import Given, build, field_of, sort_fields


def report_of_text(text: str, *, name: str, given: Given) -> Report:
    """Return the report that a plain text holds.

    The date is the first of: what the caller gave, the head, a dateline, the name of the file.

    Args:
        text: The whole text of the file.
        name: The file's name without its folder; empty if there is none.
        given: What the caller says of all reports.

    Raises:
        ReportError: If there is no text or no date, or the date can't be read.
    """
    head = read_head(text)
    body = text[head.end :]
    if not body.strip():
        what = "nothing after its head" if head.fields else "no text"
        message = f"holds {what}; give a file with the text of a report"
        raise ReportError(message)
    known, extra = sort_fields({key: value for key, value in head.fields.items() if field_of(key) != "text"})
    extra |= {key: value for key, value in head.fields.items() if field_of(key) == "text" and value}
    in_name = read_name(name)
    date = given.date or known.pop("date", None) or read_dateline(body, name=in_name) or in_name.day
    known.pop("date", None)
    if date is None:
        message = (
            "no date in head, dateline or name of the file; give --date YYYY-MM-DD or a first line `Date: 23 July 2019`"
        )
        raise ReportError(message)
    outlet = known.get("outlet") or read_agency(body)
    return build(body, date, known | ({"outlet": outlet} if outlet else {}), extra, given=given)
