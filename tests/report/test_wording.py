"""Reasons in words."""

import pytest

from pipeline.report.wording import in_words


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("fact:quote=mixed +0.44", "speech: mixed (+0.44)"),
        ("fact:reason=anti:danger +0.72", "argument: anti:danger (+0.72)"),
        ("fact:frame=supports>the_measure -0.10", "turn of phrase: supports>the measure (-0.10)"),
        ("fact:new=x +0.10", "new: x (+0.10)"),
        ("word:than +0.14", "word “than” (+0.14)"),
        ("word:immigration status +0.13", "words “immigration status” (+0.13)"),
        ("rule:byline", "by rule: byline"),
        (
            "prior:pro (Ana Ruiz: signed the order, 2017) +0.60",
            "speaker’s known position: pro (Ana Ruiz: signed the order, 2017) (+0.60)",
        ),
        ("letters +0.12", "letters (+0.12)"),
        ("something else", "something else"),
    ],
)
def test_reasons_are_told_in_words(reason: str, words: str) -> None:
    assert in_words(reason) == words
