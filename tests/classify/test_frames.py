"""Who does what to the policy, in sentences written for the purpose."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.classify.frames import frames_of


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


@given(st.text(max_size=300))
def test_frames_of_any_text_are_sorted_and_named_once(text: str) -> None:
    assert frames_of(text) == sorted(set(frames_of(text)))
