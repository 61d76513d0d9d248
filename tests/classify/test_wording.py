from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.classify.actors import sides_of_subject
from pipeline.classify.features import facts_of
from pipeline.classify.frames import frames_of
from pipeline.classify.phrases import read_phrases
from pipeline.classify.reasons import reasons_of
from pipeline.errors import AnnotationError

BOOK = Path(__file__).parents[2] / "annotations/phrases.tsv"


def test_a_target_is_the_policy_or_a_measure_against_it() -> None:
    assert frames_of("The court struck down the order.") == ["attacks>measure"]
    assert frames_of("Lawmakers want to outlaw sanctuary cities.") == ["attacks>policy"]
    assert frames_of("The mayor defended the ordinance.") == ["supports>policy"]
    assert frames_of("The governor rejected the sanctuary ban.") == ["attacks>measure"]


def test_a_negated_act_is_a_frame_of_its_own() -> None:
    assert frames_of("The sheriff will not honor detainers.") == ["not:supports>measure"]
    assert frames_of("The town will never abandon hope or repeal its ordinance.") == ["attacks>policy"]
    assert frames_of("They did not repeal the ordinance.") == ["not:attacks>policy"]


def test_a_passive_finds_its_target_before_it() -> None:
    assert frames_of("The detainer was ignored.") == ["attacks>measure"]


def test_an_act_far_from_any_target_makes_no_frame() -> None:
    assert frames_of("He kept his hat on.") == []


def test_reasons_are_named_by_side() -> None:
    assert reasons_of("Witnesses no longer trust the police.") == ["pro:trust", "pro:reporting", "most:pro"]
    assert reasons_of("It is a danger, and it breaks families apart.")[-1] == "most:both"
    assert reasons_of("The council met on Monday.") == []


def test_who_acts_at_the_head_of_a_sentence_has_a_side() -> None:
    assert sides_of_subject("Democrats in the legislature killed the bill.") == {"pro"}
    assert sides_of_subject("Last week ICE's officers were turned away.") == {"anti"}
    assert sides_of_subject("Cold air and ice kept everyone at home.") == set()


def test_names_of_persons_are_no_features() -> None:
    example = next(e for e, _ in read_phrases(BOOK) if e.speaker_id)
    facts = facts_of(type(example)(**{f: getattr(example, f) for f in example.__slots__} | {"speaker": "Zelda Quux"}))
    assert not any("quux" in fact for fact in facts)


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


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert frames_of(text) == sorted(set(frames_of(text)))
    assert len(reasons_of(text)) == len(set(reasons_of(text)))
    sides_of_subject(text)
