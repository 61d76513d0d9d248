"""The phrase book, and that no feature of it names a person."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.classify.facts import facts_of
from pipeline.classify.phrases import read_phrases
from pipeline.errors import AnnotationError

BOOK = Path(__file__).parents[2] / "annotations/phrases.tsv"


def test_names_of_persons_are_no_features() -> None:
    example = next(e for e, _ in read_phrases(BOOK) if e.speaker_id)
    facts = facts_of(replace(example, speaker="Zelda Quux"))
    assert "speaker=person" in facts
    assert not any("quux" in fact.lower() for fact in facts)


def test_the_phrase_book_is_whole() -> None:
    rows = read_phrases(BOOK)
    assert {stance for _, stance in rows} == {"pro", "anti", "neutral"}
    assert {e.quote for e, _ in rows} <= {"none", "direct", "indirect", "mixed"}
    texts = [e.text for e, _ in rows]
    assert len(set(texts)) == len(texts)


def test_a_broken_line_of_the_phrase_book_is_named(tmp_path: Path) -> None:
    book = tmp_path / "phrases.tsv"
    book.write_text("# book\npro\tnone\tno sentence\n", encoding="utf-8")
    with pytest.raises(AnnotationError, match=r"phrases\.tsv:2"):
        read_phrases(book)
    assert read_phrases(tmp_path / "none.tsv") == []
