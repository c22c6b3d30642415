"""What tests of pages, feeds and archives share: a page of news that is made up."""

from collections.abc import Callable

import pytest

PARAGRAPHS = (
    "Norland and Sudland agreed on Monday to halt fighting along the River Ost, officials of both countries said.",
    "Foreign Minister Ola Nord said the truce would begin at midnight. “We have chosen peace,” she told reporters.",
    "More than 200 people have been killed since March, according to the regional union.",
)


def page(
    *,
    head: str = "",
    title: str = "Truce on the Ost",
    body: str | None = None,
    date: str | None = "2019-07-23T08:15:00+02:00",
) -> str:
    """Return a page as a news site has it, with what stands around and between the article."""
    if date:
        head += f'<meta property="article:published_time" content="{date}">'
    text = "<p>Advertisement</p>".join(f"<p>{one}</p>" for one in PARAGRAPHS) if body is None else body
    return f"""<!DOCTYPE html><html lang="en-GB"><head><title>{title} - Norland Herald</title>
<meta property="og:site_name" content="Norland Herald">{head}</head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav></header>
<main><article><h1>{title}</h1><p class="author">By Ada Berg</p>
<figure><img src="a.jpg"><figcaption>Ola Nord in Osk. Photo: Tom Roe</figcaption></figure>
{text}<p><a href="/x">Read more: Who is Ola Nord?</a></p><p>Sign up for our daily newsletter</p>
<p>(Reporting by Ada Berg; Editing by Tom Roe)</p></article>
<aside><h3>Most read</h3><ul><li><a href="/1">Ten cakes</a></li></ul></aside></main>
<section class="comments"><p>I do not believe a word of it, said user99 yesterday.</p></section>
<footer><p>© 2019 Norland Herald. All rights reserved.</p></footer></body></html>"""


@pytest.fixture(name="page", scope="session")
def _page() -> Callable[..., str]:
    return page


@pytest.fixture(scope="session")
def article() -> str:
    """Return the text that is read of the page."""
    return "\n\n".join(PARAGRAPHS)
