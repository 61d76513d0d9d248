import pytest

from pipeline.quotes.inflection import inflect
from pipeline.quotes.lexicon import lexicon


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("argue", ["argue", "argues", "argued", "arguing"]),
        ("deny", ["deny", "denies", "denied", "denying"]),
        ("admit", ["admit", "admits", "admitted", "admitting"]),
        ("stress", ["stress", "stresses", "stressed", "stressing"]),
        ("point out", ["point out", "points out", "pointed out", "pointing out"]),
        ("tear into", ["tear into", "tears into", "teared into", "tearing into", "tore into", "torn into"]),
    ],
)
def test_regular_forms(lemma: str, forms: list[str]) -> None:
    assert inflect(lemma) == forms


def test_irregular_forms_lead_to_the_lemma() -> None:
    cues = lexicon()
    assert cues["verb", "said"].lemma == "say"
    assert cues["verb", "thought"].lemma == "think"
    assert cues["noun", "pleas"].lemma == "plea"


def test_every_reliability_is_a_probability() -> None:
    assert all(0 < r <= 1 for cue in lexicon().values() for r in cue.frames.values())
