"""Documents without their boilerplate: the rest is parsed as it is in the whole, and the boilerplate is left bare."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.analysis.analyser import Analyser
from pipeline.keys import KINDS
from pipeline.nlp import MENDER, parse
from pipeline.parsing.docs import set_sentences
from pipeline.parsing.pared import REACH, lay_back, pared
from pipeline.parsing.parses import dump_parse, load_parse

BODY = [
    "Mayor Ana Ruiz said on Monday that the city won't help federal agents.",
    "“We don’t ask,” she told the Harlow Herald, “and we’ll never ask.”",
    "Sheriff Lee, R-Ky., isn't sure.",
    "He can't.",
    "\n\n",
]
MENU = "Home News Sports Weather Obituaries Classifieds Jobs Homes Cars Subscribe Contact Boston Herald Media Group"
Pieces = list[tuple[str, str]]  # texts with their kinds


@pytest.fixture(scope="module")
def nlp(analyser: Analyser) -> Language:
    return analyser.nlp


def document(nlp: Language, pieces: Pieces) -> Doc:
    text, spans = "", []
    for piece, kind in pieces:
        spans.append((len(text), len(text) + len(piece), kind))
        text += piece + "\n"
    doc = nlp.make_doc(text)
    set_sentences(doc, spans)
    return doc


def seen(doc: Doc) -> list[tuple[object, ...]]:
    """List what the parser says of all tokens that are no boilerplate."""
    return [
        (t.text, t.tag_, t.dep_, t.head.i, t.is_sent_start, t.ent_iob_, t.ent_type_)
        for span in doc.spans[KINDS]
        if span.label_ != "boilerplate"
        for t in span
    ]


pieces = st.lists(
    st.one_of(
        st.sampled_from(BODY).map(lambda text: (text, "body")),
        st.integers(1, 40).map(lambda n: (" ".join(MENU.split()[:n]), "boilerplate")),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(pieces)
def test_what_is_no_boilerplate_is_parsed_as_in_the_whole_document(nlp: Language, pieces: Pieces) -> None:
    whole = next(nlp.pipe([document(nlp, pieces)], disable=[MENDER]))
    doc = document(nlp, pieces)
    part = pared(doc)
    laid = lay_back(next(nlp.pipe([part], disable=[MENDER])), doc)
    assert laid.text == whole.text
    assert seen(laid) == seen(whole)
    assert [t.is_sent_start for t in laid] == [t.is_sent_start for t in whole]


def test_far_boilerplate_is_not_given_to_the_parser_and_hangs_on_its_first_token(nlp: Language) -> None:
    doc = document(nlp, [(BODY[0], "body"), *[(MENU, "boilerplate")] * 3, (BODY[1], "body")])
    size = len(document(nlp, [(MENU, "boilerplate")]))
    assert len(pared(doc)) == len(doc) - size  # those beside the text are parsed whole
    (found,) = parse(nlp, [doc], 1)
    middle = found.spans[KINDS][2]
    assert [(t.dep_, t.head.i) for t in middle] == [("ROOT", middle.start)] + [("dep", middle.start)] * (size - 1)
    assert not [e for e in middle.ents if e.id_ == "model"]
    loaded = load_parse(dump_parse(found), nlp.vocab)
    assert [(t.dep_, t.head.i, t.is_sent_start) for t in loaded] == [(t.dep_, t.head.i, t.is_sent_start) for t in found]


def test_a_contraction_is_still_known_behind_boilerplate(nlp: Language) -> None:
    """A document made of texts alone takes "n’t" for a name: the tokenizer's norms went missing."""
    body = ("Officials aren’t sure.", "body")
    (found,) = parse(nlp, [document(nlp, [*[(MENU, "boilerplate")] * 3, body])], 1)
    assert [t.tag_ for t in found.spans[KINDS][3]][:4] == ["NNS", "VBP", "RB", "JJ"]


@pytest.mark.parametrize("pieces", [[(MENU, "boilerplate")] * 3, [(MENU, "boilerplate")], [("", "body")]])
def test_boilerplate_alone_and_nothing_at_all(nlp: Language, pieces: Pieces) -> None:
    doc = document(nlp, pieces)
    (found,) = parse(nlp, [doc], 1)
    assert found is doc
    assert found.has_annotation("DEP")


def test_short_boilerplate_is_parsed(nlp: Language) -> None:
    doc = document(nlp, [(BODY[0], "body"), ("Read more", "boilerplate"), (BODY[3], "body")])
    assert REACH >= 3
    assert pared(doc) is doc
