import pytest

from ranke.report.heads import read_head


@pytest.mark.parametrize(
    ("text", "fields", "body"),
    [
        (" date 2019-07-23 A delegation", {"date": "2019-07-23"}, "A delegation"),
        ("date 2019-07-23  two spaces", {"date": "2019-07-23"}, " two spaces"),
        ("DATE: 2019-07-23 A delegation", {"date": "2019-07-23"}, "A delegation"),
        ("date 2019-07-23\nText", {"date": "2019-07-23"}, "Text"),
        ("date 2019-07-23\r\n\r\nText", {"date": "2019-07-23"}, "Text"),
        ("date 2019-07-23T10:15:00Z Text", {"date": "2019-07-23T10:15:00Z"}, "Text"),
    ],
)
def test_the_word_date_and_a_day(text: str, fields: dict[str, str], body: str) -> None:
    """The word `date`, a day and one space are a head, the text follows."""
    head = read_head(text)
    assert (head.fields, text[head.end :]) == (fields, body)


@pytest.mark.parametrize(
    ("text", "fields", "body"),
    [
        ("Date: 23 July 2019\n\nText", {"Date": "23 July 2019"}, "Text"),
        ("Date: 2019-07-23 10:15\n\nText", {"Date": "2019-07-23 10:15"}, "Text"),
        ("Date: 23 July 2019\r\nTitle: A\r\n\r\nText\r\n", {"Date": "23 July 2019", "Title": "A"}, "Text\r\n"),
        (
            "Title: A\nAuthor: B\nDate: 23 July 2019\n\n\nText",
            {"Title": "A", "Author": "B", "Date": "23 July 2019"},
            "\nText",
        ),
        ("Title: A long\n  one\nOutlet: Reuters\n\nText", {"Title": "A long one", "Outlet": "Reuters"}, "Text"),
        ("Title: A\n\nText", {"Title": "A"}, "Text"),
        ("\nDate: 23 July 2019\n\nText", {"Date": "23 July 2019"}, "Text"),
        ("Date: 23 July 2019\nPolice said: no comment", {"Date": "23 July 2019"}, "Police said: no comment"),
        ("Date: 23 July 2019\nOutlet: A\nThe text.\n", {"Date": "23 July 2019", "Outlet": "A"}, "The text.\n"),
        (
            "Pub date: 23 July 2019\nURL: https://a.example/b: c\n\nT",
            {"Pub date": "23 July 2019", "URL": "https://a.example/b: c"},
            "T",
        ),
        ("Date: 23 July 2019\nDate: again\n\nT", {"Date": "23 July 2019"}, "T"),
    ],
)
def test_a_mail_like_head(text: str, fields: dict[str, str], body: str) -> None:
    """Lines of a key and a value up to a blank line are a head."""
    head = read_head(text)
    assert (head.fields, text[head.end :]) == (fields, body)


@pytest.mark.parametrize(
    ("text", "fields", "body"),
    [
        ("---\ndate: 2019-07-23\ntitle: A\n---\nText", {"date": "2019-07-23", "title": "A"}, "Text"),
        ('---\ntitle: "A: \\"b\\" # c" # d\n---\n\nText', {"title": 'A: "b" # c'}, "Text"),
        ("---\ntitle: 'it''s'\nurl: null\n...\nText", {"title": "it's", "url": ""}, "Text"),
        ("---\r\ndate: 2019-07-23 # day\r\n---\r\nText", {"date": "2019-07-23"}, "Text"),
        (
            "---\ntags:\n  - a\n  - 'b'\ntitle: >\n  two\n  lines\n---\nT",
            {"tags": ["a", "b"], "title": "two lines"},
            "T",
        ),
        ("---\nsource:\n  name: Reuters\n  id: r\n---\nT", {"source": {"name": "Reuters", "id": "r"}}, "T"),
        ("---\n# only a comment\n\ndate: 2019-07-23\n---\nT", {"date": "2019-07-23"}, "T"),
    ],
)
def test_front_matter(text: str, fields: dict[str, object], body: str) -> None:
    """The simple YAML that opens a Markdown file is a head."""
    head = read_head(text)
    assert (head.fields, text[head.end :]) == (fields, body)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A delegation met.\n\nDate: 23 July 2019\n",
        "The date 2019-07-23 was fixed.",
        "dates 2019-07-23 are",
        "Update: five killed in blast\n\nPolice said.",
        "Newspaper: minister used private mail\n\nThe minister",
        "Source: Iran agrees to talks\n\nIran agreed.",
        "Published: the minister said on Tuesday that nothing would change in the coming years of his term\n\nMore.",
        "Asked about it: nothing\nDate: 23 July 2019\n\nT",
        "Title: A\nText without a blank line.",
        "---\nA rule, then text.\n---\n",
        "---\n- item\n---\nText",
        "---\ndate: 2019-07-23\nno end",
        "----\ndate: 2019-07-23\n----\n",
        "Date: soon, the minister said\nand more",
        "\x00" * 50,
        "\n" * 50,
    ],
)
def test_prose_is_no_head(text: str) -> None:
    """A text that only looks a little like a head keeps all of itself."""
    assert read_head(text).end == 0


@pytest.mark.parametrize("piece", ["Date: x\n", "---\n", "a: b\n", " ", "Date:", "---\na:", "\r", "a" * 1000])
def test_a_long_text_is_cheap(piece: str) -> None:
    """However long and odd a text is, only its first part is looked at."""
    assert read_head(piece * 500_000).end < 25_000
