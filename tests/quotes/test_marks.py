import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.quotes.marks import find_quotations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “no.”", ["“no.”"]),
        ('He said "no" twice, "no."', ['"no"', '"no."']),
        ("He said ``no.''", ["``no.''"]),
        ("a “fair policing’’ policy", ["“fair policing’’"]),
        ("«Non,» said he.", ["«Non,»"]),
        ("‘It’s the cities’ money,’ she said.", ["‘It’s the cities’ money,’"]),
        ("the ’90s and the cities’ budgets", []),
        ("a 6\" pipe", []),
        ("“She said ‘never’ to me,” he said.", ["“She said ‘never’ to me,”"]),
    ],
)  # fmt: skip
def test_quotations(text: str, found: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quotations(text)] == found


def test_speech_of_several_paragraphs_closes_only_at_its_end() -> None:
    text = "“One.\n“Two.”"
    assert [(text[q.start : q.end], q.closed) for q in find_quotations(text)] == [("“One.", False), ("“Two.”", True)]


@given(st.text(alphabet="ab .,\n\"“”'’‘`«»", max_size=200))
def test_quotations_are_disjoint_in_order_and_inside_one_line(text: str) -> None:
    at = 0
    for q in find_quotations(text):
        assert at <= q.start < q.end <= len(text)
        assert "\n" not in text[q.start : q.end]
        at = q.end
