"""What is added to the logits, and that `why` tells of it."""

import numpy as np
import pytest

from pipeline.classify.adjust import probabilities, shifts_of
from pipeline.classify.examples import Example
from pipeline.params import Params, StanceParams


def example(speaker: str = "", *, near: bool = True, name: str = "") -> Example:
    return Example(
        article="a", sentence="a:s0", text="x", kind="body", quote="none", speaker_id=speaker or None, speaker=name,
        speaker_kind="person", description="", about="", policy=near, policy_near=near,
    )  # fmt: skip


@pytest.fixture
def plain(params: Params) -> StanceParams:
    """Params that change nothing."""
    return params.stance.model_copy(
        update={"prior": 0.0, "share": 0.0, "far_from_policy": 0.0, "neutral_offset": 0.0, "temperature": 1.0}
    )


ZERO = np.zeros((1, 3))


def test_a_known_position_moves_the_side_and_names_its_record(plain: StanceParams) -> None:
    params = plain.model_copy(update={"prior": 0.5})
    ((shift,),) = shifts_of(ZERO, [example("p", name="Greg Abbott")], params)
    assert shift.logits.tolist() == [0.5, 0, -0.5]
    assert shift.name == "prior:anti (Greg Abbott: signed Texas Senate Bill 4 against sanctuary policies, 2017)"


def test_a_name_without_speech_moves_nothing(plain: StanceParams) -> None:
    params = plain.model_copy(update={"prior": 0.5, "share": 1.0, "far_from_policy": 1.0})
    assert shifts_of(ZERO, [example("", name="Greg Abbott", near=False)], params) == [[]]


def test_speech_far_from_the_policy_leans_to_neutral(plain: StanceParams) -> None:
    params = plain.model_copy(update={"far_from_policy": 1.0})
    found = probabilities(np.zeros((2, 3)), [example("p", near=False), example("q")], params)
    assert found[0, 1] > found[1, 1]


def test_the_words_outweigh_the_prior(params: Params) -> None:
    against_type = np.array([[-2.0, 0.0, 2.0]])
    found = probabilities(against_type, [example("p", name="Greg Abbott")], params.stance)
    assert found[0].argmax() == 2


def test_without_adjustments_the_scores_are_the_softmax(plain: StanceParams) -> None:
    logits = np.array([[1.0, 2.0, 3.0]])
    expected = np.exp(logits) / np.exp(logits).sum()
    assert probabilities(logits, [example("p", name="Greg Abbott", near=False)], plain) == pytest.approx(
        expected, abs=1e-4
    )
