"""The quick search finds what re.IGNORECASE finds, in authored sentences and in any text."""

import re
import time

import pytest
from authored import sentences
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.classify.examples import POLICY, names_policy
from pipeline.classify.frames import ACTS, TARGETS, frames_of
from pipeline.classify.patterns import Groups, openings
from pipeline.classify.reasons import ANTI, PRO, reasons_of

ALL = {**TARGETS, **ACTS, **PRO, **ANTI}
GROUPS = Groups(ALL)
SEARCHED = {name: re.compile(rf"\b(?:{pattern})(?!\w)", re.IGNORECASE) for name, pattern in ALL.items()}
# Words that begin or end alternatives, parted in all ways, and the letters that only re.IGNORECASE takes for ASCII.
PIECES = sorted({word for pattern in ALL.values() for word in re.findall(r"[a-z]+", pattern)})
TEXTS = st.lists(
    st.sampled_from(PIECES) | st.sampled_from([" ", " ", " ", "-", "’", "'s", "s", "ed", "İ", "ı", "ſ", "K", "Σ", "4", "\n"]),
    max_size=30,
).map("".join)  # fmt: skip


def plainly(text: str) -> dict[str, list[int]]:
    found = {name: [match.start() for match in pattern.finditer(text)] for name, pattern in SEARCHED.items()}
    return {name: starts for name, starts in found.items() if starts}


def test_authored_sentences_give_the_same() -> None:
    assert sum(bool(plainly(text)) for text in sentences()) > 1000
    assert all(GROUPS.starts(text) == plainly(text) for text in sentences())


@settings(deadline=None)
@given(TEXTS | TEXTS.map(str.upper) | TEXTS.map(str.title) | st.text())
def test_any_text_gives_the_same(text: str) -> None:
    assert GROUPS.starts(text) == plainly(text)


@given(TEXTS | TEXTS.map(str.upper) | st.text())
def test_words_of_the_policy_are_found_whatever_their_case(text: str) -> None:
    assert names_policy(text) == bool(re.search(POLICY.pattern, text, re.IGNORECASE))


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        (r"bans?|orders", {"ban", "orders"}),
        (r"(?:ice|detainer) holds?", {"ice", "detainer"}),
        (r"(?:a |an )?(?:big )?bill", {"a", "an", "big", "bill"}),
        (r"(?:un)*lawful|(?:re){0,2}do", {"un", "re", ""}),
        (r"su(?:e|ed)|287\(g\)|\w+", {"su", "287", ""}),
    ],
)
def test_openings_are_the_plain_letters_that_a_match_begins_with(pattern: str, letters: set[str]) -> None:
    assert openings(pattern) == letters


@pytest.mark.parametrize("piece", ["our police x ", "sanctuary-", "anti-sanctuary", "a" * 50, "report a ", "’s sue "])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    groups = Groups(ALL)
    spent = []
    for size in (20_000, 80_000):
        text = (piece * size)[:size]
        start = time.process_time()
        groups.starts(text)
        spent.append(time.process_time() - start)
    assert spent[1] < 8 * spent[0] + 0.1
    assert isinstance(frames_of(piece * 1000) + reasons_of(piece * 1000), list)
