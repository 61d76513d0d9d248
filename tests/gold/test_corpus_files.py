"""Annotation files: what is written is read again, and a broken line is named."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import AnnotationError, MissingArtifactError
from pipeline.gold.corpus import Card, GoldSpan, Row, parse_lines, read_article, read_cards, read_split
from pipeline.gold.write import write_annotation

ROW: dict[str, Any] = {
    "start": 0,
    "end": 5,
    "kind": "body",
    "stance": "pro",
    "speaker": None,
    "quote": "none",
    "role": "claim",
    "to": "issue",
    "rel": "supports",
}
CARD: dict[str, Any] = {
    "id": "a",
    "split": "train",
    "origin": "authored",
    "title": None,
    "source": None,
    "genre": None,
    "published": None,
}
names = st.none() | st.text(st.characters(codec="utf-8"), max_size=12)
rows = st.lists(
    st.builds(
        Row,
        start=st.integers(0, 99),
        end=st.integers(0, 99),
        kind=st.sampled_from(["headline", "byline", "caption", "heading", "boilerplate", "body"]),
        stance=st.sampled_from(["pro", "anti", "neutral"]),
        speaker=names,
        quote=st.sampled_from(["direct", "indirect", "mixed", "none"]),
        role=st.sampled_from(["claim", "premise", "none"]),
        to=st.none() | st.just("issue") | st.integers(0, 9),
        rel=st.sampled_from(["supports", "attacks", None]),
    ),
    max_size=5,
)
spans = st.lists(
    st.builds(
        GoldSpan,
        start=st.integers(0, 99),
        end=st.integers(0, 99),
        type=st.sampled_from(["ORG", "content"]),
        attribution=st.none() | st.integers(1, 9),
    ),
    max_size=5,
)


def folder_with(path: Path, *cards: dict[str, Any], text: bytes = b"Hello") -> Path:
    """Make an annotations folder in which every listed article has one row."""
    (path / "articles").mkdir(parents=True)
    (path / "adjudicated").mkdir()
    (path / "articles.jsonl").write_text("".join(json.dumps(c) + "\n" for c in cards))
    for card in cards:
        (path / "articles" / f"{card['id']}.txt").write_bytes(text)
        (path / "adjudicated" / f"{card['id']}.jsonl").write_text(json.dumps(ROW) + "\n")
    return path


@settings(max_examples=60, deadline=None)
@given(rows, spans)
def test_written_annotations_are_read_again(
    tmp_path_factory: pytest.TempPathFactory, given_rows: list[Row], given_spans: list[GoldSpan]
) -> None:
    folder = folder_with(tmp_path_factory.mktemp("gold") / "x", CARD)
    write_annotation(folder / "adjudicated", "a", given_rows, given_spans)
    (found,) = read_split(folder, folder, "train")
    assert (found.rows, found.spans) == (given_rows, given_spans)


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ('{"start": 0,', "2:"),
        (json.dumps(ROW | {"stance": "for"}), "2:stance"),
        (json.dumps(ROW | {"start": "first"}), "2:start"),
        (json.dumps({k: v for k, v in ROW.items() if k != "quote"}), "2:quote"),
        (json.dumps(ROW | {"to": "nothing"}), "2:to"),
        ("[1, 2]", "2:"),
        ("null", "2:"),
    ],
)
def test_a_broken_line_is_named_by_path_line_and_field(tmp_path: Path, line: str, where: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(ROW) + "\n" + line + "\n")
    with pytest.raises(AnnotationError) as caught:
        list(parse_lines(path, Row))
    assert caught.value.where.startswith(f"{path}:{where}")
    assert caught.value.fix


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(json.dumps(ROW | {"speaker": "René"}, ensure_ascii=False).encode("latin-1"))
    with pytest.raises(AnnotationError, match=r"a\.jsonl:1:"):
        list(parse_lines(path, Row))


def test_blank_lines_are_skipped_but_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n" + json.dumps(ROW) + "\r\n\n" + json.dumps(ROW))
    assert [number for number, _ in parse_lines(path, Row)] == [2, 4]


def test_articles_are_listed_by_id_and_by_split(tmp_path: Path) -> None:
    cards = [CARD | {"id": i, "split": split} for i, split in (("b", "train"), ("c", "test"), ("a", "train"))]
    folder = folder_with(tmp_path / "x", *cards)
    assert [c.id for c in read_cards(folder)] == ["a", "b", "c"]
    assert [a.card.id for a in read_split(folder, folder, "train")] == ["a", "b"]
    assert [a.card.id for a in read_split(folder, folder, "test")] == ["c"]


def test_texts_are_taken_as_they_are_and_looked_for_in_both_folders(tmp_path: Path) -> None:
    folder = folder_with(tmp_path / "x", CARD, text="\ufeffHe said:\r\n“No.”".encode())
    (card,) = read_cards(folder)
    assert read_article(folder, tmp_path, card).raw.text == "He said:\r\n“No.”"
    (folder / "articles" / "a.txt").rename(tmp_path / "a.txt")
    assert read_article(folder, tmp_path, card).raw.text == "He said:\r\n“No.”"


@pytest.mark.parametrize("lost", ["articles.jsonl", "articles/a.txt", "adjudicated/a.jsonl"])
def test_a_missing_file_is_named(tmp_path: Path, lost: str) -> None:
    folder = folder_with(tmp_path / "x", CARD)
    (folder / lost).unlink()
    with pytest.raises(MissingArtifactError) as caught:
        read_split(folder, folder, "train")
    assert Path(lost).name in caught.value.where


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85", "\x0b", "\x1c", "\r", "\n"])
def test_a_name_with_a_rare_line_break_stays_in_its_line(tmp_path: Path, mark: str) -> None:
    folder = folder_with(tmp_path / "x", CARD)
    row = Row(**(ROW | {"speaker": f"Ana{mark}Ruiz"}))
    write_annotation(folder / "adjudicated", "a", [row], [])
    assert read_split(folder, folder, "train")[0].rows == [row]


def test_an_article_without_spans_is_fine(tmp_path: Path) -> None:
    folder = folder_with(tmp_path / "x", CARD)
    (found,) = read_split(folder, folder, "train")
    assert found.spans == []


def test_records_have_exactly_the_fields_of_the_files() -> None:
    assert list(ROW) == list(Row.__dataclass_fields__)
    assert [*CARD, "partial"] == list(Card.__dataclass_fields__)


def test_an_article_is_annotated_whole_unless_it_says_otherwise(tmp_path: Path) -> None:
    assert not read_cards(folder_with(tmp_path / "x", CARD))[0].partial
    assert read_cards(folder_with(tmp_path / "y", CARD | {"partial": True}))[0].partial
