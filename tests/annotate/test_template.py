"""A template is a valid annotation of its article, and never in the way of one that exists."""

import json
from pathlib import Path

import pytest

from pipeline.annotate.check import check_folder
from pipeline.annotate.template import write_template
from pipeline.api import Argmap, load
from pipeline.errors import AnnotationError, InputError, UsageError
from pipeline.gold.corpus import Card, read_article, read_cards, read_split

TEXT = """Harlow keeps its sanctuary rule

By Ana Ruiz, Harlow Beacon

HARLOW, Ore. – Mayor Edda Krohn said the rule keeps families safe. “We will hold nobody without a warrant,” she said.\r
The council met for two hours on Monday.
"""


@pytest.fixture(scope="module")
def argmap() -> Argmap:
    return load()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "harlow.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_a_template_passes_the_check(article: Path, tmp_path: Path, argmap: Argmap) -> None:
    folder = tmp_path / "annotations"
    assert write_template(str(article), folder, "me", argmap) == folder / "me" / "harlow.jsonl"
    assert check_folder(folder, tmp_path / "none") == (1, [])
    (card,) = read_cards(folder)
    assert (card.id, card.split, card.origin) == ("harlow", "train", "real")
    found = read_article(folder, tmp_path / "none", card, "me")
    assert found.raw.text == TEXT
    assert [r.kind for r in found.rows][:2] == ["headline", "byline"]
    assert {s.type for s in found.spans} >= {"content", "cue", "source", "PERSON"}
    assert any(r.speaker == "Edda Krohn" and r.quote == "direct" for r in found.rows)


def test_what_is_annotated_is_not_overwritten(article: Path, tmp_path: Path, argmap: Argmap) -> None:
    rows = tmp_path / "annotations" / "me" / "harlow.jsonl"
    rows.parent.mkdir(parents=True)
    rows.write_text("mine")
    with pytest.raises(UsageError, match=r"harlow\.jsonl"):
        write_template(str(article), tmp_path / "annotations", "me", argmap)
    assert rows.read_text() == "mine"
    assert [p.name for p in (tmp_path / "annotations").iterdir()] == ["me"]


def test_a_second_reader_leaves_split_and_text_as_they_are(article: Path, tmp_path: Path, argmap: Argmap) -> None:
    folder = tmp_path / "annotations"
    folder.mkdir()
    card = Card(id="harlow", split="test", origin="real", title="T", source=None, genre="news", published=None)
    line = json.dumps({f: getattr(card, f) for f in Card.__dataclass_fields__}) + "\n"
    (folder / "articles.jsonl").write_text(line)
    write_template(str(article), folder, "reader2", argmap)
    assert read_cards(folder) == [card]
    assert not (folder / "articles").exists()
    assert check_folder(folder, tmp_path) == (1, [])


def test_another_text_with_the_same_id_is_refused(article: Path, tmp_path: Path, argmap: Argmap) -> None:
    folder = tmp_path / "annotations"
    (folder / "articles").mkdir(parents=True)
    (folder / "articles" / "harlow.txt").write_text("Another article.")
    with pytest.raises(UsageError, match="another text"):
        write_template(str(article), folder, "me", argmap)
    assert (folder / "articles" / "harlow.txt").read_text() == "Another article."
    assert not (folder / "me").exists()


def test_an_unreadable_article_or_a_folder_of_many_is_refused(article: Path, tmp_path: Path, argmap: Argmap) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    with pytest.raises(InputError, match=r"empty\.txt"):
        write_template(str(empty), tmp_path / "annotations", "me", argmap)
    with pytest.raises(UsageError, match="more than one article"):
        write_template(str(article.parent), tmp_path / "annotations", "me", argmap)
    assert not (tmp_path / "annotations").exists()


def test_an_id_that_leads_out_of_the_folder_is_refused(tmp_path: Path, argmap: Argmap) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text(json.dumps({"id": "../../elsewhere", "text": TEXT}) + "\n", encoding="utf-8")
    with pytest.raises(UsageError, match="no file name"):
        write_template(str(path), tmp_path / "annotations", "me", argmap)
    assert list(tmp_path.iterdir()) == [path]


def test_an_article_that_waits_for_adjudication_is_not_trained_on(
    article: Path, tmp_path: Path, argmap: Argmap
) -> None:
    folder = tmp_path / "annotations"
    write_template(str(article), folder, "me", argmap)
    assert read_split(folder, tmp_path, "train") == []
    write_template(str(article), folder, "adjudicated", argmap)
    assert [a.card.id for a in read_split(folder, tmp_path, "train")] == ["harlow"]


def test_a_broken_list_of_articles_is_told_before_anything_is_written(
    article: Path, tmp_path: Path, argmap: Argmap
) -> None:
    folder = tmp_path / "annotations"
    folder.mkdir()
    (folder / "articles.jsonl").write_text("{")
    with pytest.raises(AnnotationError, match=r"articles\.jsonl:1"):
        write_template(str(article), folder, "me", argmap)
    assert [p.name for p in folder.iterdir()] == ["articles.jsonl"]
