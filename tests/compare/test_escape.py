from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pipeline.compare.escape import LONGEST, code
from pipeline.compare.values import shown

RENDER = MarkdownIt("commonmark").enable("table")
HOSTILE = st.text(st.sampled_from("`|<>&*_[]()\\#@-+!~:\n\r\t ab\u202e\u2028\x00é"), max_size=30) | st.text(max_size=30)


class Seen(HTMLParser):
    """Collect tags, and the text in code."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag if not attrs or tag in ("th", "td") else f"{tag} {attrs}")
        if tag == "code":
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if self.tags[-1] == "code":
            self.texts[-1] += data


def visible(text: str) -> str:
    return "".join(c if c.isprintable() else "\ufffd" for c in " ".join(text.split()))


@given(text=HOSTILE)
@example("</code></details><script>alert(1)</script>")
@example("``` | `")
@example("@someone #12 https://example.org")
def test_text_in_a_list_is_shown_as_it_is(text: str) -> None:
    seen = Seen(RENDER.render(f"- {code(text)}: x\n- y\n"))
    if not visible(text):
        assert "em" in seen.tags
        return
    assert [tag for tag in seen.tags if not tag.startswith("/")] == ["ul", "li", "code", "li"]
    assert seen.texts == [visible(text)]


@given(one=HOSTILE, two=HOSTILE)
@example("|", "\\|")
@example("\\", "`|")
def test_text_in_a_table_keeps_its_cell(one: str, two: str) -> None:
    cells = f"| {code(one, in_table=True)} | {code(two, in_table=True)} | 3 |"
    seen = Seen(RENDER.render(f"| a | b | c |\n|---|---|---|\n{cells}\n"))
    assert seen.tags.count("tr") == 2
    assert seen.tags.count("td") == 3
    assert not {"script", "details", "a", "img"} & set(seen.tags)
    assert seen.texts == [visible(text) for text in (one, two) if visible(text)]


def test_long_text_is_cut() -> None:
    assert len(code("word " * 1000)) <= LONGEST + 2
    assert code("word " * 1000).endswith("…`")


def test_values_are_told_in_words() -> None:
    assert shown({"pro": 0.5, "claims": {"anti": 2}}) == "pro 0.5, claims (anti 2)"
    assert shown([[0, 5], [7, 9]]) == "0, 5, 7, 9"
    assert (shown(None), shown(True), shown([]), shown("a|b")) == ("none", "yes", "none", "`a|b`")
