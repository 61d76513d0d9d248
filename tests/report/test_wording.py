"""Reasons in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from jinja2.filters import do_truncate

from pipeline.records import Edge
from pipeline.report.wording import edge_in_words, edge_reasons, in_words, shorten


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("fact:quote=mixed +0.44", "speech: mixed (+0.44)"),
        ("fact:reason=anti:danger +0.72", "argument: anti:danger (+0.72)"),
        ("fact:frame=supports>the_measure -0.10", "turn of phrase: supports>the measure (-0.10)"),
        ("fact:new=x +0.10", "new: x (+0.10)"),
        ("word:than +0.14", "word “than” (+0.14)"),
        ("word:immigration status +0.13", "words “immigration status” (+0.13)"),
        ("rule:byline", "by rule: byline"),
        (
            "prior:pro (Ana Ruiz: signed the order, 2017) +0.60",
            "speaker’s known position: pro (Ana Ruiz: signed the order, 2017) (+0.60)",
        ),
        ("letters +0.12", "letters (+0.12)"),
        ("something else", "something else"),
    ],
)
def test_reasons_are_told_in_words(reason: str, words: str) -> None:
    assert in_words(reason) == words


@pytest.mark.parametrize(
    ("why", "words", "reasons"),
    [
        ("position; first of its voice; any", "attacks the issue", "first of its voice, any"),
        ("reason for; 1 back", "attacks: a reason for it (0.75)", "1 back"),
        ("restates", "attacks: says it again (0.75)", ""),
        ("a new rule", "attacks: a new rule (0.75)", ""),
    ],
)
def test_edges_are_told_in_words(why: str, words: str, reasons: str) -> None:
    edge = Edge(source="a:n1", target="a:n0", relation="attacks", confidence=0.75, why=why)
    assert (edge_in_words(edge), edge_reasons(edge)) == (words, reasons)


@given(st.text(st.sampled_from("ab c"), max_size=40), st.integers(4, 30))
def test_texts_are_cut_as_the_templates_cut_them(text: str, longest: int) -> None:
    assert shorten(text, longest) == do_truncate(Environment(), text, longest)  # noqa: S701 (makes no page)
