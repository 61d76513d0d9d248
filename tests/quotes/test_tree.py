"""The light tree says what the parsed document says."""

from collections.abc import Callable

import pytest

from pipeline.analysis.analyser import Analysis
from pipeline.quotes.tree import from_doc

Analyse = Callable[[str], Analysis]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz said the rule works.\n\n“It does,” she added. 😀",
        "Orr, who had asked for it twice, got  none.\nThe jail is full",
        "No.",
    ],
)
def test_tree_agrees_with_the_document(analyse: Analyse, text: str) -> None:
    doc = analyse(text).doc
    tree = from_doc(doc)
    assert tree.word == [t.text for t in doc]
    assert tree.start == [t.idx for t in doc]
    assert tree.head == [t.head.i for t in doc]
    assert [(tree.tag[i], tree.dep[i]) for i in range(len(tree))] == [(t.tag_, t.dep_) for t in doc]
    assert tree.first == [t.left_edge.i for t in doc]
    assert tree.last == [t.right_edge.i for t in doc]
    assert [tree.sent_first[s] for s in tree.sent] == [t.sent.start for t in doc]


def test_lines_are_counted_before_each_token(analyse: Analyse) -> None:
    tree = from_doc(analyse("One here.\n\nTwo there.\nThree.").doc)
    assert [tree.para[tree.word.index(word)] for word in ("One", "Two", "Three")] == [0, 2, 3]
