"""Annotated arguments beside the pipeline's sentences: sides, targets by number, rows without a role left out."""

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.analysis.analyser import Analysis
from pipeline.analysis.arguments import argued, lesson, side_of_row
from pipeline.analysis.training import Reading
from pipeline.classify.examples import examples_of
from pipeline.gold.corpus import AnnotatedArticle, Card, Row
from pipeline.text.raw import RawArticle

TEXT = "Harlow keeps its rule\n\nSheriff Ana Ruiz said the rule works. “It rained,” she said. Calls rose by 40."
CARD = Card(id="a", split="train", origin="authored", title=None, source=None, genre=None, published=None)
NONE: dict[str, Any] = {"kind": "body", "speaker": None, "quote": "none"}


def row(words: str, **facts: Any) -> Row:
    start = TEXT.index(words)
    return Row(start=start, end=start + len(words), **(NONE | facts))


ROWS = [
    row("Harlow keeps its rule", stance="neutral", role="none", to=None, rel=None),
    row("Sheriff Ana Ruiz said the rule works.", stance="pro", role="claim", to="issue", rel="supports"),
    row("“It rained,” she said.", stance="neutral", role="none", to=None, rel=None),
    row("Calls rose by 40.", stance="neutral", role="premise", to=1, rel="supports"),
]


@pytest.fixture
def reading(analyse: Callable[[str], Analysis]) -> Reading:
    found = analyse(TEXT)
    raw = RawArticle(id="a", source_file="a.txt", sha256="", text=TEXT)
    examples = examples_of(found.article, found.sentences, found.quotes, found.ledger)
    return Reading(AnnotatedArticle(CARD, raw, ROWS, []), found, examples)


def test_targets_count_the_rows_that_have_a_role(reading: Reading) -> None:
    claim, premise = argued(reading, ROWS)
    assert (claim.is_claim, claim.target) == (True, None)
    assert (premise.is_claim, premise.target) == (False, 0)
    assert premise.statement.sentence.text == "Calls rose by 40."


def test_a_neutral_premise_takes_the_side_that_it_serves(reading: Reading) -> None:
    assert [a.statement.side for a in argued(reading, ROWS)] == ["pro", "pro"]


@pytest.mark.parametrize(
    ("rel", "target", "side"),
    [("supports", 1, "pro"), ("attacks", 1, "anti"), ("supports", "issue", "pro"), ("attacks", "issue", "anti")],
)
def test_sides_of_neutral_rows_follow_their_relation(rel: Any, target: Any, side: str) -> None:
    rows = [*ROWS[:3], row("Calls rose by 40.", stance="neutral", role="premise", to=target, rel=rel)]
    assert side_of_row(rows, 3) == side


def test_a_circle_in_a_faulty_file_ends() -> None:
    rows = [
        row("Calls rose by 40.", stance="neutral", role="premise", to=1, rel="attacks"),
        row("Harlow keeps its rule", stance="neutral", role="premise", to=0, rel="supports"),
    ]
    assert side_of_row(rows, 0) in ("pro", "anti")


def test_a_lesson_holds_the_authors_reading_where_there_is_one(reading: Reading) -> None:
    assert lesson(reading, []).author == []
    assert len(lesson(reading, ROWS[:2]).author) == 1
