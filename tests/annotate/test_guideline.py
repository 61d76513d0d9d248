"""Each thing that the guideline rules out is named by field; what it allows is not."""

from typing import Any

import pytest

from pipeline.annotate.guideline import faults_of
from pipeline.gold.corpus import Row

PROSE = "Mayor Ana Ruiz said the rule helps. It works. “We will keep it,” she said. The vote is Tuesday."
LINES = ["Mayor Ana Ruiz said the rule helps.", "It works.", "“We will keep it,” she said.", "The vote is Tuesday."]


def row(n: int = 3, text: str = PROSE, **fields: Any) -> Row:
    start = text.index(LINES[n])
    plain: dict[str, Any] = {"kind": "body", "stance": "neutral", "speaker": None, "quote": "none", "role": "none"}
    return Row(**({"start": start, "end": start + len(LINES[n]), "to": None, "rel": None} | plain | fields))


CLAIM: dict[str, Any] = {"stance": "pro", "role": "claim", "to": "issue", "rel": "supports"}
SAID: dict[str, Any] = {"speaker": "Ana Ruiz", "quote": "indirect"}


def fields(n: int, rows: list[Row], partial: bool = False) -> list[str]:
    return [fault.field for fault in faults_of(n, rows, PROSE, partial)]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"stance": "pro"}, "role"),  # a side without a role
        (CLAIM | {"role": "premise", "rel": "attacks"}, "rel"),  # a pro premise supports the issue
        ({"speaker": "Ana Ruiz"}, "speaker"),  # neither speech nor a side
        (SAID | {"quote": "direct"}, "quote"),  # no marks, no quotation beside it
        (SAID | {"quote": "mixed"}, "quote"),
        (SAID | {"quote": "direct", "kind": "headline"}, "quote"),
        (SAID | {"speaker": "Tom Lund"}, "speaker"),  # nowhere in the article
        (SAID | {"speaker": "Mayor Ana Ruiz"}, "speaker"),
        (SAID | {"speaker": "She"}, "speaker"),
        (SAID | {"speaker": "Ana Ruiz ; Tom"}, "speaker"),
        ({"kind": "byline", "speaker": "Ana Ruiz"}, "speaker"),
        ({"kind": "byline", "quote": "indirect"}, "quote"),
        ({"kind": "boilerplate", "role": "premise", "to": "issue", "rel": "supports"}, "role"),
        ({"kind": "boilerplate", "stance": "anti"}, "stance"),
    ],
)
def test_what_the_guideline_rules_out_is_named(given: dict[str, Any], field: str) -> None:
    assert fields(0, [row(**given)]) == [field]


@pytest.mark.parametrize(
    "given",
    [
        CLAIM,
        CLAIM | {"speaker": "Ana Ruiz"},  # an act without speech
        CLAIM | {"kind": "heading"},  # a heading that gives a side's claim
        SAID,
        SAID | {"speaker": "ana ruiz ; the mayor"},
        SAID | {"speaker": None},  # an invented speaker
    ],
)
def test_what_the_guideline_allows_is_not_named(given: dict[str, Any]) -> None:
    assert fields(0, [row(**given)]) == []


def test_a_quotation_may_run_on_over_rows_without_marks_but_not_into_a_headline() -> None:
    direct = SAID | {"quote": "direct"}
    rows = [row(0), row(1, **direct), row(2, **direct)]
    assert fields(1, rows) == []
    assert fields(1, [row(0), row(1, kind="headline", **direct), row(2, **direct)]) == ["quote"]
    byline = row(2, kind="byline")
    assert fields(0, [row(1, **direct), byline, row(3, **direct)]) == []


def test_a_turn_of_a_transcript_needs_no_marks() -> None:
    text = "RUIZ: It works."
    said = Row(
        start=0, end=15, kind="body", stance="neutral", speaker="RUIZ", quote="direct", role="none", to=None, rel=None
    )
    assert list(faults_of(0, [said], text, False)) == []


def test_of_an_article_in_part_neither_roles_nor_neighbours_are_asked() -> None:
    rows = [row(stance="pro"), row(1, **SAID | {"quote": "direct"})]
    assert fields(0, rows, partial=True) == fields(1, rows, partial=True) == []


@pytest.mark.parametrize("name", ["Governor Moore Foundation", "Mayor Ruiz and the board", "the Mayor", "Ruiz"])
def test_a_body_or_a_noun_phrase_may_hold_a_title(name: str) -> None:
    text = f"{name} said it helps."
    said = Row(
        start=0,
        end=len(text),
        kind="body",
        stance="neutral",
        role="none",
        to=None,
        rel=None,
        **SAID | {"speaker": name},
    )
    assert list(faults_of(0, [said], text, False)) == []


def test_an_apostrophe_is_no_quotation_mark() -> None:
    text = "Ana Ruiz said it's the town's rule."
    said = Row(
        start=0, end=35, kind="body", stance="neutral", role="none", to=None, rel=None, **SAID | {"quote": "mixed"}
    )
    assert [f.field for f in faults_of(0, [said], text, False)] == ["quote"]
    quoted = text.replace("rule", "'rule'")
    assert list(faults_of(0, [said], quoted, False)) == []
