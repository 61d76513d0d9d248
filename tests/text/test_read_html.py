"""Saved web pages: the article and what the page says about it, without the page's furniture."""

import hashlib
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.records import Failure
from pipeline.text.raw import RawArticle
from pipeline.text.read import read_inputs
from pipeline.text.read_html import MARKUP, read_html

MAX = 10_000
PAGE = """<!doctype html><html><head><meta charset="CHARSET"><title>Harlow keeps its rule | Harlow Beacon</title>
<meta property="og:title" content="Harlow keeps its sanctuary rule">
<meta property="og:site_name" content="Harlow Beacon"><meta name="author" content="Dana Holt; Tom Lund">
<meta property="article:published_time" content="2017-02-21T10:00:00-05:00">
<link rel="canonical" href="https://news.example.org/harlow"></head>
<body><nav><a href="/">Home</a> <a href="/sports">Sports</a></nav>
<article><h1>Harlow keeps its sanctuary rule</h1>
<p>Mayor Ana Ruiz said Monday that the sanctuary rule keeps families safe &amp; calm – “for good”.</p>
<p>“We will not yield,” she told the council after four hours of debate that drew hundreds of people to the hall.</p>
<p>Sheriff Bo Lund said the rule <em>costs</em> the county money and should be repealed by the board at once.</p>
</article><aside>You may also like: <a href="/cats">Ten cats</a></aside>
<script>alert("no text")</script><footer>Copyright Harlow Beacon</footer></body></html>"""
UTF8 = PAGE.replace("CHARSET", "utf-8").encode()


def read(data: bytes, max_chars: int = MAX) -> RawArticle:
    found = read_html(data, "a.html", max_chars)
    assert isinstance(found, RawArticle), found
    return found


def failed(data: bytes, max_chars: int = MAX) -> Failure:
    found = read_html(data, "a.html", max_chars)
    assert isinstance(found, Failure)
    assert found.fix
    return found


def test_the_page_gives_text_title_authors_date_source_and_address() -> None:
    found = read(UTF8)
    assert found == RawArticle(
        id="a",
        source_file="a.html",
        sha256=hashlib.sha256(UTF8).hexdigest(),
        text=found.text,
        title="Harlow keeps its sanctuary rule",
        source="Harlow Beacon",
        url="https://news.example.org/harlow",
        published="2017-02-21",
        authors=("Dana Holt", "Tom Lund"),
    )


def test_the_text_is_the_article_alone() -> None:
    text = read(UTF8).text
    assert "keeps families safe & calm – “for good”.\n“We will not yield,”" in text
    assert "Lund said the rule costs the county" in text
    assert not [word for word in ("Home", "Sports", "cats", "alert", "Copyright", "<") if word in text]


@pytest.mark.parametrize("charset", ["windows-1252", "ISO-8859-1", "us-ascii"])
def test_a_page_in_the_encoding_that_it_declares_is_read(charset: str) -> None:
    assert read(PAGE.replace("CHARSET", charset).encode("cp1252")).text == read(UTF8).text


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="CHARSET">', "utf-16"),  # with a byte-order mark
        ('<meta charset="CHARSET">', "utf-8-sig"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "cp1252"),
        ('<meta charset="koi8-r">', "koi8-r"),
        ('<meta charset="iso-2022-jp">', "iso2022_jp"),
        ('<meta charset="iso-8859-1">', "utf-8"),  # a wrong declaration
    ],
)
def test_byte_order_mark_and_declaration_are_honoured(head: str, encoding: str) -> None:
    letters = {"koi8-r": "Харлоу", "iso2022_jp": "ハーロー"}.get(encoding, "Harløw")
    page = PAGE.replace("–", "-").replace("“", '"').replace("”", '"').replace("keeps families", f"keeps {letters}")
    assert letters in read(page.replace('<meta charset="CHARSET">', head).encode(encoding)).text


def test_an_xml_declaration_is_honoured() -> None:
    page = '<?xml version="1.0" encoding="windows-1252"?>' + PAGE.replace('<meta charset="CHARSET">', "")
    assert "“for good”" in read(page.encode("cp1252")).text


def test_without_the_extra_a_page_fails_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert failed(UTF8).fix == "pip install 'argmap[html]'"


@pytest.mark.parametrize("charset", ["utf-8", "no-such-thing", "hex", "rot13", "utf-7", "unicode_escape"])
def test_other_bytes_than_the_declared_ones_are_a_failure(charset: str) -> None:
    assert "not UTF-8" in failed(PAGE.replace("CHARSET", charset).encode("cp1252")).error


@pytest.mark.parametrize("data", [b"", b"<html>", b"<p>Short.</p>", b"<div>" * 50_000, b"%PDF", b"\0\1"])
def test_a_page_without_an_article_is_a_failure(data: bytes) -> None:
    failed(data)


def test_a_date_to_come_is_read_the_same_on_every_day() -> None:
    assert read(UTF8.replace(b"2017-02-21", b"2098-02-21")).published == "2098-02-21"


def test_an_article_that_is_too_long_is_a_failure() -> None:
    assert "more than 50" in failed(UTF8, max_chars=50).error


def test_a_file_that_is_too_large_for_a_page_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.htm").write_bytes(b" " * (MARKUP * 4 * 100 + 1000))
    (found,) = read_inputs([str(tmp_path / "a.htm")], 100)
    assert isinstance(found, Failure)
    assert "too long" in found.error


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, len(UTF8)), st.sampled_from(["<", ">", '"', "&#xD800;", "&#0;", "</p>", "<p"])),
        max_size=8,
    )
)
def test_a_broken_page_is_an_article_that_can_be_written_or_a_failure(breaks: list[tuple[int, str]]) -> None:
    data = UTF8
    for place, what in breaks:
        data = data[:place] + what.encode() + data[place:]
    found = read_html(data, "a.html", MAX)
    if isinstance(found, RawArticle):
        assert found.text.encode("utf-8")
        assert "\0" not in found.text
