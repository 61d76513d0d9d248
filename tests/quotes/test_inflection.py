import pytest

from pipeline.quotes.inflection import inflect, plural


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


@pytest.mark.parametrize(
    ("noun", "forms"),
    [
        ("plea", ["plea", "pleas"]),
        ("denial", ["denial", "denials"]),
        ("worry", ["worry", "worries"]),
        ("wish", ["wish", "wishes"]),
    ],
)
def test_plurals(noun: str, forms: list[str]) -> None:
    assert plural(noun) == forms
