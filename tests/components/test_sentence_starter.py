"""The component gives any spaCy pipeline argmap's sentences and their kinds."""

from time import perf_counter

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin

from pipeline.components.sentence_starter import SentenceStarter
from pipeline.keys import KINDS
from pipeline.text.blocks import find_blocks
from pipeline.text.sentences import split_sentences

NLP = spacy.blank("en")
START = SentenceStarter(NLP, "starter", 5000)
LINES = st.lists(
    st.sampled_from(
        [
            "A town votes tonight",
            "By Ana Ruiz",
            "The sheriff of Elkton, Vt., said no. “It costs us,” he added.",
            "She asked Gov. Lund: why? He left…",
            "",
            "   ",
            "(Photo: Edda Krohn/Beacon)",
            "1. Costs",
            "Subscribe to our newsletter",
        ]
    ),
    max_size=8,
)


def started(text: str) -> Doc:
    return START(NLP.make_doc(text))


def test_the_factory_is_registered_and_runs_in_a_pipe() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("argmap_sentences")
    assert [s.text for s in nlp("Gov. Lund said no. Then he left.").sents] == ["Gov. Lund said no.", "Then he left."]


def test_kinds_are_kept_with_the_sentences() -> None:
    doc = started("Town votes on rule\n\nBy Ana Ruiz\n\nThe council of Selwick voted on Monday. It was close.\n")
    assert [(k.text.strip(), k.label_) for k in doc.spans[KINDS]] == [
        ("Town votes on rule", "headline"),
        ("By Ana Ruiz", "byline"),
        ("The council of Selwick voted on Monday.", "body"),
        ("It was close.", "body"),
    ]


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_sentences_begin_where_the_rules_say_and_nowhere_else(lines: list[str]) -> None:
    text = "\n".join(lines)
    doc = started(text)
    wanted = [s.start for s in split_sentences(text, find_blocks(text), 5000)]
    begun = [k[0].idx if not k[0].is_space else k[1].idx for k in doc.spans[KINDS]]
    assert begun == wanted
    assert {k.start for k in doc.spans[KINDS]} | {0} >= {s.start for s in doc.sents}


@settings(max_examples=20, deadline=None)
@given(LINES)
def test_starts_and_kinds_survive_a_docbin(lines: list[str]) -> None:
    doc = started("\n".join(lines))
    (again,) = DocBin().from_bytes(DocBin(docs=[doc]).to_bytes()).get_docs(NLP.vocab)
    assert [t.is_sent_start for t in again] == [t.is_sent_start for t in doc]
    kinds = [(k.start, k.end, k.label_) for k in doc.spans[KINDS]]
    assert [(k.start, k.end, k.label_) for k in again.spans.get(KINDS, [])] == kinds


def test_an_empty_text_has_no_sentences() -> None:
    assert not started("").spans[KINDS]


def test_no_words_at_all_are_no_trouble() -> None:
    assert len(started("")) == 0
    assert [k.text for k in started("\n\n").spans[KINDS]] == []


def test_a_very_long_text_is_started_in_one_go() -> None:
    text = "The sheriff of Elkton said no to it. " * 5000
    doc = NLP.make_doc(text)
    before = perf_counter()
    START(doc)
    assert perf_counter() - before < 10  # token by token it took most of a minute
    assert len(list(doc.sents)) == 5000
