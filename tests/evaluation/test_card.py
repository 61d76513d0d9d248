"""The card says what a model was trained on: another label or text gives another hash."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline.analysis.provenance import provenance_of
from pipeline.evaluation.card import reading_of, write_card
from pipeline.gold.corpus import AnnotatedArticle, read_article, read_cards
from pipeline.params import Params

ROOT = Path(__file__).resolve().parents[2]


def article() -> AnnotatedArticle:
    card = next(c for c in read_cards(ROOT / "annotations") if c.split == "train")
    return read_article(ROOT / "annotations", ROOT / "seeds", card)


def written(path: Path, fitted: list[AnnotatedArticle], params: Params) -> dict[str, Any]:
    scores = {"test": {"macro_f1": 0.51239, "confusion": {}}}
    write_card(path, provenance_of(params, "m", "l"), fitted, [], scores, params)
    found: dict[str, Any] = json.loads(path.read_text())
    return found


def test_another_label_or_text_is_another_reading() -> None:
    one = article()
    other = replace(one, rows=[replace(one.rows[0], stance="anti"), *one.rows[1:]])
    moved = replace(one, raw=replace(one.raw, sha256="0"))
    assert len({reading_of(a) for a in (one, other, moved)}) == 3
    assert reading_of(one) == reading_of(article())


def test_the_card_names_what_was_learnt_from_and_scores(tmp_path: Path, params: Params) -> None:
    one = article()
    found = written(tmp_path / "card.json", [one], params)
    assert found["trained_on"]["articles"] == 1
    assert found["trained_on"]["readings"] == {one.card.id: reading_of(one)[:16]}
    assert found["params"]["train"]["c"] == params.train.c
    assert found["scores"] == {"test": {"macro_f1": 0.5124}}
    assert found["made_by"]["model_sha256"] == "m"
    none = written(tmp_path / "none.json", [], params)
    assert none["trained_on"]["annotations_sha256"] != found["trained_on"]["annotations_sha256"]
