"""An article is found by its file, by its id in the annotations, and by its id in a run; an id names no path."""

import json
from pathlib import Path

import pytest

from pipeline.annotate.editor.find_article import Places, find_article
from pipeline.api import Argmap
from pipeline.errors import MissingArtifactError, UsageError

CARD = {
    "id": "beacon",
    "split": "test",
    "origin": "real",
    "title": "T",
    "source": None,
    "genre": None,
    "published": None,
}
TEXT = "Mayor Edda Krohn said the rule keeps families safe.\r\n"


@pytest.fixture
def places(tmp_path: Path, run_on_seeds: Path) -> Places:
    (tmp_path / "annotations" / "articles").mkdir(parents=True)
    (tmp_path / "annotations" / "articles.jsonl").write_text(json.dumps(CARD) + "\n")
    return Places(tmp_path / "annotations", tmp_path / "seeds", run_on_seeds)


def never() -> Argmap:
    raise AssertionError("a run has read the article already")


def test_a_file(places: Places, tmp_path: Path, argmap: Argmap) -> None:
    path = tmp_path / "harlow.txt"
    path.write_bytes(TEXT.encode())
    chosen = find_article(str(path), places, lambda: argmap)
    assert (chosen.article.id, chosen.article.text, chosen.card) == ("harlow", TEXT, None)


def test_an_id_of_the_annotations(places: Places, argmap: Argmap) -> None:
    (places.folder / "articles" / "beacon.txt").write_bytes(TEXT.encode())
    chosen = find_article("beacon", places, lambda: argmap)
    assert chosen.article.text == TEXT
    assert chosen.card is not None
    assert chosen.card.split == "test"


def test_an_id_of_the_annotations_whose_text_is_a_seed(places: Places, argmap: Argmap) -> None:
    places.texts.mkdir()
    (places.texts / "beacon.txt").write_bytes(TEXT.encode())
    assert find_article("beacon", places, lambda: argmap).article.text == TEXT


def test_an_id_of_a_run_needs_no_model(places: Places) -> None:
    chosen = find_article("004_49bedd2e6407b89b", places, never)
    assert chosen.card is None
    assert chosen.found.sentences


def test_a_listed_article_without_its_text_is_told(places: Places) -> None:
    with pytest.raises(MissingArtifactError, match="beacon"):
        find_article("beacon", places, never)


@pytest.mark.parametrize("name", ["nobody", "nobody.txt"])
def test_an_id_that_is_nowhere_is_told(name: str, places: Places) -> None:
    with pytest.raises(UsageError, match="no article"):
        find_article(name, places, never)


@pytest.mark.parametrize("name", ["../beacon", "/etc/passwd2", "a/b", "..", "", ".hidden", "a\x00b", "x.spans"])
def test_an_id_that_is_a_path_is_refused(name: str, places: Places) -> None:
    with pytest.raises(UsageError, match="no file name"):
        find_article(name, places, never)


@pytest.mark.parametrize("listed", [True, False])
def test_another_text_with_the_same_id_is_refused(listed: bool, places: Places, tmp_path: Path, argmap: Argmap) -> None:
    name = "beacon" if listed else "harlow"
    (places.folder / "articles" / f"{name}.txt").write_text("Another article.")
    path = tmp_path / f"{name}.txt"
    path.write_bytes(TEXT.encode())
    with pytest.raises(UsageError, match="another text"):
        find_article(str(path), places, lambda: argmap)


def test_a_text_of_the_run_that_differs_is_analysed_anew(places: Places, argmap: Argmap) -> None:
    name = "004_49bedd2e6407b89b"
    (places.folder / "articles.jsonl").write_text(json.dumps(CARD | {"id": name}) + "\n")
    (places.folder / "articles" / f"{name}.txt").write_bytes(TEXT.encode())
    assert find_article(name, places, lambda: argmap).article.text == TEXT
