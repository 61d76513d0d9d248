import re
from dataclasses import replace

from markdown_it import MarkdownIt

from pipeline.compare.markdown import MANY, markdown_pieces
from pipeline.compare.result import ArticleDiff, Change, Count, Figure, Origin, Totals, Turn, Values

HOSTILE = "</summary></details>\n\n# Oh | `no` | <script>alert(1)</script> [x](javascript:alert(1)) @all"
TOTALS = Totals(
    format="1",
    changed=True,
    provenance=(Origin(field="parser", before=HOSTILE, after="b|c", articles=1),),
    counts=(Count(kind="sentence", before=9, after=10, added=2, removed=1, changed=0),),
    figures=(Figure(name="pro sentences", before=3, after=5), Figure(name="premises", before=1, after=1)),
    turns=(Turn(before="pro", after="neutral", sentences=1),),
)


def turned(text: str) -> Change:
    fields = {
        "label": Values(before="pro", after="neutral"),
        "scores": Values(before={"pro": 0.6, "neutral": 0.4}, after={"pro": 0.4, "neutral": 0.6}),
    }
    return Change(kind="label", how="changed", text=text, before=((0, 4),), after=((0, 4),), fields=fields)


def page(*changes: Change, title: str | None = "Title") -> str:
    return "".join(markdown_pieces(TOTALS, [ArticleDiff(article="a1", title=title, how="changed", changes=changes)]))


def test_the_sums_come_first() -> None:
    text = page(turned("It works."))
    assert text.startswith("## What changed\n\n| records | before |")
    assert "| sentences | 9 | 10 | 2 | 1 |  |" in text
    assert "| pro sentences | 3 | 5 | +2 |\n| premises | 1 | 1 |  |" in text
    assert "| pro | neutral | 1 |" in text
    assert text.index("made by") < text.index("### ")


def test_a_label_is_told_with_its_scores_before_and_after() -> None:
    line = "- `It works.`: label `pro` → `neutral`; scores pro 0.6, neutral 0.4 → pro 0.4, neutral 0.6\n"
    assert f"**labels changed**\n\n{line}" in page(turned("It works."))


def test_long_lists_are_folded_and_short_ones_are_not() -> None:
    assert "<details>" not in page(*[turned(f"{n}") for n in range(MANY)])
    text = page(*[turned(f"{n}") for n in range(MANY + 1)])
    assert f"<details><summary>{MANY + 1} labels changed</summary>\n\n- `0`" in text
    assert text.partition("###")[2].count("</details>") == 1


def test_what_was_added_is_told_with_what_matters_of_it() -> None:
    fields = {"relation": Values(before=None, after="attacks"), "target": Values(before=None, after="The issue")}
    change = Change(kind="edge", how="added", text="No.", before=(), after=((0, 3),), fields=fields)
    assert "**edges added**\n\n- `No.`: `attacks`; `The issue`\n" in page(change)


def test_nothing_changed_is_said() -> None:
    totals = Totals(format="1", changed=False, provenance=(), counts=(), figures=(), turns=())
    assert "".join(markdown_pieces(totals, [])).startswith("## Nothing changed\n")


def test_other_numbers_that_change_no_record_are_told_apart_from_changes() -> None:
    origin = Origin(field="params_sha256", before="a" * 64, after="b" * 64, articles=1)
    totals = Totals(format="1", changed=True, provenance=(origin,), counts=(), figures=(), turns=())
    text = "".join(markdown_pieces(totals, []))
    assert text.startswith("## Nothing changed but what the maps were made by\n")
    assert f"| params_sha256 | `{'a' * 12}` | `{'b' * 12}` | 1 |" in text


def test_runs_of_different_articles_say_so_before_the_figures() -> None:
    counts = (Count(kind="article", before=3, after=4, added=2, removed=1, changed=0),)
    totals = Totals(format="1", changed=True, provenance=(), counts=counts, figures=(), turns=())
    gone = ArticleDiff(article="a1", title=None, how="removed", changes=())
    text = "".join(markdown_pieces(totals, [gone]))
    assert text.index("Articles in both runs: 2, only before: 1, only after: 2.") < text.index("| figure |")
    assert "### ➖ `a1`\n\nOnly the run before has this article.\n" in text


def test_a_label_that_turned_is_told_apart_from_scores_that_moved() -> None:
    counts = (Count(kind="label", before=9, after=9, added=0, removed=0, changed=5),)
    text = "".join(markdown_pieces(replace(TOTALS, counts=counts), []))
    assert "Labels that turned: 1; that changed in scores, reasons or certainty alone: 4.\n" in text


def test_another_text_is_told_without_its_hash() -> None:
    fields = {"sha256": Values(before="a" * 64, after="b" * 64), "text": Values(before=("safe",), after=("safer",))}
    change = Change(kind="article", how="changed", text="", before=(), after=(), fields=fields)
    assert "- text `safe` → `safer`\n" in page(change)


def test_hostile_text_breaks_neither_the_tables_nor_the_folds() -> None:
    html = MarkdownIt("commonmark").enable("table").render(page(*[turned(HOSTILE)] * (MANY + 1), title=HOSTILE))
    assert re.findall(r"<h\d>", html) == ["<h2>", "<h3>"]
    assert html.count("<details>") == html.count("</details>") == html.count("</summary>") == 1
    assert html.count("<li>") == MANY + 1
    assert "<script" not in html
    assert "href" not in html
    assert len(re.findall("<td", html.split("made by")[1])) == 4
