"""Forms of words, and the file of cues."""

from importlib.resources import files

from pipeline.quotes.lexicon import lexicon


def test_irregular_forms_lead_to_the_lemma() -> None:
    cues = lexicon()
    assert cues["verb", "said"].lemma == "say"
    assert cues["verb", "thought"].lemma == "think"
    assert cues["noun", "pleas"].lemma == "plea"


def test_every_reliability_is_a_probability() -> None:
    assert all(0 < r <= 1 for cue in lexicon().values() for r in cue.frames.values())


def test_a_line_without_kind_and_frames_goes_on_with_those_above() -> None:
    cues = lexicon()
    assert cues["verb", "slams"].frames == cues["verb", "knocked"].frames
    assert cues["verb", "slams"].reliability("np") == 0.7
    assert cues["verb", "slams"].reliability("inf") == 0


def test_no_group_of_cues_names_a_lemma_twice() -> None:
    kind = frames = ""
    seen: set[tuple[str, str, str]] = set()
    for line in files("pipeline.quotes").joinpath("cues.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            own_kind, own_frames, lemmas = line.split("\t")
            kind, frames = own_kind or kind, own_frames or frames
            named = [(kind, frames, lemma) for lemma in lemmas.split(", ")]
            assert len(set(named) - seen) == len(named), line
            seen.update(named)
