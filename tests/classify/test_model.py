from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.classify.adjust import LABELS as LEARNT
from pipeline.classify.adjust import probabilities
from pipeline.classify.examples import Example
from pipeline.classify.fit import fit
from pipeline.classify.linear import Linear
from pipeline.classify.model import StanceModel
from pipeline.classify.save import save_model
from pipeline.classify.store import load_model
from pipeline.errors import AnnotationError
from pipeline.params import Params, load_params


def example(text: str, kind: str = "body", speaker: str | None = None, near: bool = True) -> Example:
    return Example(
        article="a", sentence="a:s0", text=text, kind=kind, quote="none", speaker_id=speaker, speaker="", speaker_kind="",
        description="", about="", policy=near, policy_near=near,
    )  # fmt: skip


TEXTS = ["sanctuary cities keep us safe", "sanctuary cities harbor criminals", "the council met on monday"] * 6
LABELS = ["pro", "anti", "neutral"] * 6


def test_same_data_give_the_same_file(params: Params, tmp_path: Path) -> None:
    first, second = tmp_path / "1.skops", tmp_path / "2.skops"
    for path in (first, second):
        save_model(fit([example(t) for t in TEXTS], LABELS, params.train), path)
    assert first.read_bytes() == second.read_bytes()
    model = StanceModel(*load_model(first))
    found = model.label([example(t) for t in TEXTS[:3]], params.stance)
    assert [f.label for f in found] == LABELS[:3]
    assert all(f.why for f in found)


def test_why_names_words_and_the_public_record_but_no_fragments(params: Params, tmp_path: Path) -> None:
    save_model(fit([example(t) for t in TEXTS], LABELS, params.train), tmp_path / "m.skops")
    speech = replace(example(TEXTS[1], speaker="p"), speaker="Greg Abbott", speaker_kind="person")
    (found,) = StanceModel.load(tmp_path / "m.skops").label([speech], params.stance.model_copy(update={"reasons": 99}))
    names = [reason.rpartition(" ")[0] for reason in found.why]
    assert names.count("letters") == 1
    assert any(name.startswith("word:") for name in names)
    assert any(name.startswith("prior:anti (Greg Abbott: signed ") for name in names)
    gains = [float(reason.rpartition(" ")[2]) for reason in found.why]
    assert gains == sorted(gains, reverse=True)


def test_bylines_are_neutral_by_rule(params: Params) -> None:
    scores = probabilities(np.array([[5.0, 0.0, 0.0]]), [example("x", kind="byline")], params.stance)
    assert scores.tolist() == [[0.0, 1.0, 0.0]]


def test_one_speaker_shares_a_side(params: Params) -> None:
    stance = params.stance.model_copy(update={"share": 1.0})
    logits = np.array([[3.0, 0.0, 0.0], [0.1, 0.0, 0.2]])
    both = probabilities(logits, [example("x", speaker="p"), example("y", speaker="p")], stance)
    alone = probabilities(logits, [example("x", speaker="p"), example("y")], stance)
    assert both[1, 0] > alone[1, 0]


@given(st.lists(st.tuples(*[st.floats(-9, 9)] * 3), min_size=1, max_size=8))
def test_scores_add_to_one(rows: list[tuple[float, float, float]]) -> None:
    params = load_params(Path(__file__).resolve().parents[2] / "params.yaml")
    scores = probabilities(np.array(rows), [example("x", speaker="p") for _ in rows], params.stance)
    assert np.allclose(scores.sum(axis=1), 1, atol=2e-4)


@pytest.mark.filterwarnings("ignore::sklearn.exceptions.ConvergenceWarning")  # the same text with two labels
def test_what_weighs_more_is_learnt_more(params: Params) -> None:
    texts = ["The rule helps.", "The rule helps.", "The rule hurts.", "It is Tuesday."] * 4
    labels = ["pro", "anti", "anti", "neutral"] * 4  # two readers differ on the first
    first = [4.0 if label == "pro" else 1.0 for label in labels]
    second = [4.0 if label == "anti" else 1.0 for label in labels]
    found = [
        Linear(fit([example(t) for t in texts], labels, params.train, weights=weights)).logits(
            [example("The rule helps.")]
        )
        for weights in (first, second)
    ]
    found = [np.exp(logits[0]) / np.exp(logits[0]).sum() for logits in found]
    assert found[0][LEARNT.index("pro")] > found[1][LEARNT.index("pro")]
    assert found[0][LEARNT.index("anti")] < found[1][LEARNT.index("anti")]


def test_a_label_that_nobody_gave_cannot_be_learnt(params: Params) -> None:
    with pytest.raises(AnnotationError, match="no sentence is neutral"):
        fit([example(t) for t in TEXTS[:2]], LABELS[:2], params.train)
