"""Forms of a word have one stem."""

from pipeline.text.stems import stems


def test_forms_of_a_word_match() -> None:
    assert stems("Policies shielding 40") == stems("policy shields 40")


def test_function_words_and_short_words_are_no_content() -> None:
    assert stems("The and of, so he said 7.") == frozenset()
