"""Near-copies are found whatever they are called, and told from articles that only share their subject."""

import sqlite3
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.analysis.duplicates import DuplicateIndex, signature_of
from pipeline.params import CleanParams, Params

WORDS = (
    "the council of Harlow voted on Monday night to keep its sanctuary rule after hours of talk in which sheriffs and "
    "pastors took turns at the microphone while a crowd outside sang and the mayor asked for calm before she read the "
    "names of those who had written to her since spring about raids near schools clinics and the old cannery by the "
    "river where most of the town once worked and where many of its newest families now live in rented rooms"
).split()


@pytest.fixture
def index(params: Params) -> Iterator[DuplicateIndex]:
    db = sqlite3.connect(":memory:")
    yield DuplicateIndex(db, params.clean)
    db.close()


def met(index: DuplicateIndex, article: str, text: str) -> str | None:
    return index.original_of(article, signature_of(text, index.params))


def text_with(changes: int) -> str:
    """Give the story with a number of words exchanged, evenly spread."""
    step = len(WORDS) // changes if changes else len(WORDS) + 1
    return " ".join("Selwick" if n % step == step // 2 else word for n, word in enumerate(WORDS))


def test_a_copy_is_found(index: DuplicateIndex) -> None:
    assert met(index, "a", text_with(0)) is None
    assert met(index, "b", text_with(0)) == "a"


def test_a_near_copy_is_found_despite_case_line_breaks_and_one_word(index: DuplicateIndex) -> None:
    met(index, "a", text_with(0))
    assert met(index, "b", text_with(0).upper().replace(" AND ", "\n\nAND  ")) == "a"
    assert met(index, "c", text_with(1)) == "a"


def test_a_rewritten_article_is_not_a_copy(index: DuplicateIndex) -> None:
    met(index, "a", text_with(0))
    assert met(index, "b", text_with(4)) is None  # six in ten of the shingles are shared
    assert met(index, "c", text_with(12)) is None
    assert met(index, "d", " ".join(reversed(WORDS))) is None


def test_all_copies_name_the_first(index: DuplicateIndex) -> None:
    found = [met(index, name, text_with(0)) for name in ("a", "b", "c", "d")]
    assert found == [None, "a", "a", "a"]


def test_a_copy_of_a_copy_names_the_first_of_all(index: DuplicateIndex) -> None:
    texts = [" ".join(WORDS[4 * n : 4 * n + 70]) for n in range(5)]  # the last is too far from the first
    assert [met(index, str(n), text) for n, text in enumerate(texts)] == [None, "0", "0", "0", "0"]


def test_texts_of_a_few_words_are_never_copies(index: DuplicateIndex) -> None:
    assert [met(index, name, "Too short a text") for name in ("a", "b")] == [None, None]
    assert [met(index, name, "") for name in ("c", "d")] == [None, None]


def test_a_signature_can_be_kept_and_compared_later(params: Params, index: DuplicateIndex) -> None:
    signed = [
        signature_of(text, params.clean) for text in (text_with(0), text_with(1), text_with(12), "Too short a text")
    ]
    assert signed[3] == b""
    assert [index.original_of(str(n), one) for n, one in enumerate(signed)] == [None, "0", None, None]


def test_many_copies_take_linear_time(index: DuplicateIndex) -> None:
    spent = []
    for begin, end in ((0, 200), (200, 400), (400, 600)):
        start = time.process_time()
        found = [met(index, f"{n:04}", f"{text_with(0)} {n}") for n in range(begin, end)]
        spent.append(time.process_time() - start)
        assert set(found[1:]) == {"0000"}
    assert spent[2] < 2 * spent[1] + 0.2


@given(st.lists(st.sampled_from([text_with(0), text_with(40), "A wholly other text about boats and nets"]), max_size=6))
def test_whole_copies_are_always_found(texts: list[str]) -> None:
    params = CleanParams(max_chars=1000, duplicate_jaccard=0.8, shingle_words=5, permutations=128)
    db = sqlite3.connect(":memory:")
    index = DuplicateIndex(db, params)
    found = [met(index, str(n), text) for n, text in enumerate(texts)]
    db.close()
    assert found == [None if texts.index(t) == n else str(texts.index(t)) for n, t in enumerate(texts)]


def test_any_number_of_permutations_can_be_asked_for(params: Params) -> None:
    many = params.clean.model_copy(update={"permutations": 2600})
    db = sqlite3.connect(":memory:")
    index = DuplicateIndex(db, many)
    assert [met(index, name, text_with(0)) for name in ("a", "b")] == [None, "a"]
    db.close()
