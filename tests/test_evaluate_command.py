"""`argmap evaluate --gold DIR` scores a folder of somebody's own annotations as it scores the project's."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.errors import MissingArtifactError
from pipeline.gold.corpus import read_cards
from pipeline.params import Params
from pipeline.records.jsonl import dump_line
from pipeline.stages import evaluate

ROOT = Path(__file__).resolve().parents[1]
MODEL, LINKER = ROOT / "models" / "stance.skops", ROOT / "models" / "linker.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two seeds as a user would keep them: annotated, and of the split `train`, which is the template's default."""
    gold = tmp_path / "mine"
    cards = [c for c in read_cards(ROOT / "annotations") if c.split == "test"][:2]
    for name in ("articles", "adjudicated", "reader1", "reader2"):
        (gold / name).mkdir(parents=True)
    for card in cards:
        shutil.copy(ROOT / "seeds" / f"{card.id}.txt", gold / "articles")
        for reader in ("adjudicated", "reader1", "reader2"):
            for ending in (".jsonl", ".spans.jsonl"):
                shutil.copy(ROOT / "annotations" / reader / f"{card.id}{ending}", gold / reader)
    lines = [dump_line(replace(c, split="train")) for c in cards]
    (gold / "articles.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return gold


def test_any_annotated_folder_is_scored_with_its_readers_and_pictures(
    folder: Path, tmp_path: Path, params: Params
) -> None:
    fast = params.model_copy(update={"evaluate": params.evaluate.model_copy(update={"bootstrap": 20})})
    card = tmp_path / "card.json"
    none = tmp_path / "no-examples.jsonl"
    found = evaluate.run(folder, tmp_path, MODEL, LINKER, none, tmp_path / "scores", fast, card)
    assert found["test"]["articles"] == 2
    assert set(found["stance"]) == {"test: reader", "test: majority"}
    assert found["agreement"]["test"]["articles"] == 2
    written = json.loads((tmp_path / "scores" / "evaluation.json").read_text())
    assert written["test"]["stance"]["macro_f1"] == pytest.approx(found["test"]["stance"]["macro_f1"], abs=1e-4)
    rows = (tmp_path / "scores" / "labels.csv").read_text().splitlines()
    assert len(rows) == 1 + found["test"]["stance"]["rows"]
    assert json.loads(card.read_text())["scores"]["test"]["rows"] == found["test"]["stance"]["rows"]
    assert "<svg" in (tmp_path / "scores" / "evaluation.html").read_text()
    assert (tmp_path / "scores" / "learning_curve.csv").read_text() == "set,articles,macro_f1\n"


def test_articles_that_were_fitted_are_not_scored(folder: Path, tmp_path: Path, params: Params) -> None:
    examples = tmp_path / "examples.jsonl"
    example = dict.fromkeys(
        ("sentence", "text", "kind", "quote", "speaker", "speaker_kind", "description", "about"), ""
    )
    lines = [
        {
            "example": example | {"article": c.id, "speaker_id": None, "policy": True, "policy_near": True},
            "stance": "pro", "genre": "", "outlet": "", "voice": "", "real": False,
        }
        for c in read_cards(folder)
    ]  # fmt: skip
    examples.write_text("".join(json.dumps(line) + "\n" for line in lines))
    with pytest.raises(MissingArtifactError, match="not fitted on"):
        evaluate.run(folder, tmp_path, MODEL, LINKER, examples, tmp_path / "scores", params)


def test_an_article_annotated_in_part_is_not_scored(folder: Path, tmp_path: Path, params: Params) -> None:
    cards = read_cards(folder)
    lines = [dump_line(replace(c, partial=n == 0)) for n, c in enumerate(cards)]
    (folder / "articles.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    fast = params.model_copy(update={"evaluate": params.evaluate.model_copy(update={"bootstrap": 0})})
    found = evaluate.run(folder, tmp_path, MODEL, LINKER, tmp_path / "none.jsonl", tmp_path / "scores", fast)
    rows = (tmp_path / "scores" / "labels.csv").read_text().splitlines()[1:]
    assert found["test"]["articles"] == 1
    assert {row.split(",")[0] for row in rows} == {cards[1].id}
