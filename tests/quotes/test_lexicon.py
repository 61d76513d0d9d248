from pipeline.quotes.lexicon import lexicon


def test_irregular_forms_lead_to_the_lemma() -> None:
    cues = lexicon()
    assert cues["verb", "said"].lemma == "say"
    assert cues["verb", "thought"].lemma == "think"
    assert cues["noun", "pleas"].lemma == "plea"


def test_every_reliability_is_a_probability() -> None:
    assert all(0 < r <= 1 for cue in lexicon().values() for r in cue.frames.values())
