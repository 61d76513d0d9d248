"""`argmap evaluate --gold DIR` scores a folder of somebody's own annotations as it scores the project's."""

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
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


def in_part(folder: Path, count: int) -> list[str]:
    """Keep every third row of the first articles, as a queue leaves them; give the ids of all."""
    cards = read_cards(folder)
    lines = [dump_line(replace(c, partial=n < count)) for n, c in enumerate(cards)]
    (folder / "articles.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for card in cards[:count]:
        for path in folder.glob(f"*/{card.id}.jsonl"):
            rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()][::3]
            bare = [row | {"role": "none", "to": None, "rel": None} for row in rows]
            path.write_text("".join(json.dumps(row) + "\n" for row in bare), encoding="utf-8")
    return [card.id for card in cards]


def scores_of(folder: Path, params: Params, metrics: Path) -> dict[str, Any]:
    fast = params.model_copy(update={"evaluate": params.evaluate.model_copy(update={"bootstrap": 0})})
    return evaluate.run(folder, folder, MODEL, LINKER, folder / "none.jsonl", metrics, fast)


def labels(metrics: Path) -> dict[tuple[str, str], tuple[str, str]]:
    """Give annotated and given label by article and start."""
    lines = (metrics / "labels.csv").read_text().splitlines()[1:]
    return {(a, start): (gold, label) for a, start, _, gold, label, _ in (line.split(",") for line in lines)}


def test_an_article_annotated_in_part_is_scored_for_stance_apart_from_whole_ones(
    folder: Path, tmp_path: Path, params: Params
) -> None:
    whole = scores_of(folder, params, tmp_path / "whole")
    ids = in_part(folder, 1)
    found = scores_of(folder, params, tmp_path / "scores")
    before, now = labels(tmp_path / "whole"), labels(tmp_path / "scores")
    rows = next(folder.glob(f"*/{ids[0]}.jsonl")).read_text("utf-8").splitlines()
    kept = {str(json.loads(row)["start"]) for row in rows}
    sampled = [pair for (article, start), pair in before.items() if article == ids[0] and start in kept]
    assert found["test"]["articles"] == 1 and found["test"]["stance"]["rows"] == len(now)
    assert found["stance"]["in_part"]["rows"] == len(sampled) < whole["test"]["stance"]["rows"] / 2
    # A sentence gets the label that it has in a whole article.
    assert found["stance"]["in_part"]["accuracy"] == sum(gold == label for gold, label in sampled) / len(sampled)
    assert now == {key: pair for key, pair in before.items() if key[0] == ids[1]}
    assert found["stance"]["in_part: reader"]["rows"] == len(sampled)
    assert found["agreement"]["test"]["articles"] == 1


def test_a_whole_article_beside_a_part_has_the_scores_it_has_alone(
    folder: Path, tmp_path: Path, params: Params
) -> None:
    in_part(folder, 1)
    both = scores_of(folder, params, tmp_path / "both")
    lines = (folder / "articles.jsonl").read_text("utf-8").splitlines()
    (folder / "articles.jsonl").write_text(lines[1] + "\n", encoding="utf-8")
    alone = scores_of(folder, params, tmp_path / "alone")
    assert "in_part" not in alone
    assert all(both[key] == alone[key] for key in ("test", "argument", "agreement"))
    assert alone["stance"].items() <= both["stance"].items()


def test_a_folder_annotated_in_part_alone_says_what_is_left_out_and_why(
    folder: Path, tmp_path: Path, params: Params
) -> None:
    in_part(folder, 2)
    scores_of(folder, params, tmp_path / "scores")
    written = json.loads((tmp_path / "scores" / "evaluation.json").read_text())
    assert written["test"] == {"articles": 0, "stance": {"rows": 0}}
    assert written["in_part"]["articles"] == 2
    assert {"sentences", "entities", "quotes", "argument", "speaker_accuracy"} <= set(written["in_part"]["left_out"])
    assert not set(written["in_part"]["left_out"]) & set(written["stance"]["in_part"])
    page = (tmp_path / "scores" / "evaluation.html").read_text("utf-8")
    assert all(f"<li>{layer}: {why}</li>" in page for layer, why in written["in_part"]["left_out"].items())
    assert "Argument maps" not in page


def test_the_command_scores_a_part_and_says_what_is_left_out(folder: Path, tmp_path: Path) -> None:
    in_part(folder, 2)
    examples = str(tmp_path / "none.jsonl")
    done = CliRunner().invoke(app, ["evaluate", "--gold", str(folder), "--examples", examples])
    assert done.exit_code == 0
    assert "labelled sentences of 2 articles annotated in part" in done.stderr
    assert "not scored there, since a premise may serve a sentence without a label: argument" in done.stderr
    assert "articles never fitted" not in done.stderr
