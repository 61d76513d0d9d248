"""No text takes time that grows faster than n log n: each step on hostile families at n and at four times n."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from pipeline.analysis.analyser import Analyser
from pipeline.api import Argmap, load
from pipeline.classify.frames import frames_of
from pipeline.classify.reasons import reasons_of
from pipeline.graph.cues import markers_of, words_of
from pipeline.quotes.marks import find_quotations
from pipeline.report.wrap import wrap
from pipeline.text.blocks import find_blocks
from pipeline.text.metadata import find_metadata
from pipeline.text.sentences import split_sentences
from pipeline.text.stems import stems

CHARACTERS = 8000
OF_A_SENTENCE = 1250  # sentences are cut at 5000 (params.yaml)
FAMILIES = [
    '"', "“", "”", "‘", "'", "’", "“‘", "((", ")", "[1]", "<b", "\n", "\r", "\f", "\u2028", " ", "\t", "\u00a0", "a", "A", "7", ".", "!",
    "?”", ". ", "! ", ", ", "— ", "-", "_", "|", "* ", "#a ", "@a ", "a@", "a-", "’s ", "e\u0301", "said ", "and ", "by ", "Mr. ",
    "Inc. ", "A. ", "U.S. ", "7 ", "1. ", "Jan. 1, 2017 ", "(AP) ", "Ann Lee ", "ANN LEE ", "By Ann Lee\n", "a\n", "a.\n", "A B\n",
    "“a\n", "a” ", "Lee, ", "Lee: no\n", "• a\n", "http://a.b/", "x.jpg ", "Photo: ", "LARKIN (AP) — ", "Ann Lee said no. ",
    "“No,” she said. ", "block sanctuary ", "because ", "do not not ",
]  # fmt: skip
STEPS: dict[str, Callable[[str], Any]] = {
    "blocks and metadata": lambda text: find_metadata(text, find_blocks(text)),
    "sentences": lambda text: split_sentences(text, find_blocks(text), 5000),
    "quotations": find_quotations,
}
ON_A_SENTENCE: dict[str, Callable[[str], Any]] = {
    "frames": frames_of,
    "reasons": reasons_of,
    "markers": markers_of,
    "words": words_of,
    "stems": stems,
    "lines of the drawing": lambda text: wrap(text, 20, 3),
}
WHOLE = ["said ", "Ann Lee ", '"', "“No,” she said. ", "Mr. Lee said he ", "a\n"]


def slow(step: Callable[[str], Any], unit: str, characters: int, spare: float) -> bool:
    """Tell whether four times the text takes more than ten times as long, at the best of three."""
    tail = " The mayor spoke."
    short, long = (unit * (size // len(unit)) + tail for size in (characters, 4 * characters))
    for _ in range(3):
        spent = []
        for text in (short, long):
            started = time.process_time()
            step(text)
            spent.append(time.process_time() - started)
        if spent[1] <= 10 * spent[0] + spare:
            return False
    return True


@pytest.mark.parametrize("name", STEPS)
def test_a_step_takes_time_in_proportion(name: str) -> None:
    STEPS[name]("The mayor spoke.")  # reads its word lists
    assert [unit for unit in FAMILIES if slow(STEPS[name], unit, CHARACTERS, 0.05)] == []


@pytest.mark.parametrize("name", ON_A_SENTENCE)
def test_a_step_on_a_sentence_takes_time_in_proportion(name: str) -> None:
    ON_A_SENTENCE[name]("The mayor spoke.")
    assert [unit for unit in FAMILIES if slow(ON_A_SENTENCE[name], unit, OF_A_SENTENCE, 0.05)] == []


def test_tokens_take_time_in_proportion(analyser: Analyser) -> None:
    assert [unit for unit in FAMILIES if slow(analyser.nlp.make_doc, unit, 2000, 0.1)] == []


@pytest.fixture(scope="module")
def argmap() -> Argmap:
    return load()


@pytest.mark.parametrize("unit", WHOLE)
def test_the_whole_analysis_takes_time_in_proportion(argmap: Argmap, unit: str) -> None:
    assert not slow(argmap, unit, 1500, 0.5)
