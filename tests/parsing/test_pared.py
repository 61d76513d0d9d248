"""Documents without their boilerplate: the rest is parsed as it is in the whole, and the boilerplate is left bare."""

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from pipeline.analysis.analyser import Analyser
from pipeline.keys import KINDS
from pipeline.nlp import MENDER, parse
from pipeline.parsing.docs import set_sentences
from pipeline.parsing.pared import REACH, is_near_sighted, is_parsed, lay_back, pared
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


def is_text(doc: Doc) -> NDArray[np.bool_]:
    """Tell of each token whether it is no boilerplate."""
    return np.array([span.label_ != "boilerplate" for span in doc.spans[KINDS] for _ in span])


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
        st.integers(1, 14).map(lambda n: (" ".join(MENU.split()[:n]), "boilerplate")),
        st.just(("Menu", "boilerplate")),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(pieces)
def test_what_is_no_boilerplate_is_parsed_as_in_the_whole_document(nlp: Language, pieces: Pieces) -> None:
    whole = next(nlp.pipe([document(nlp, pieces)], disable=[MENDER]))
    doc = document(nlp, pieces)
    part = next(nlp.pipe([pared(doc)], disable=[MENDER]))
    vectors = part.tensor[is_text(doc)[is_parsed(doc)]]
    assert vectors.tobytes() == whole.tensor[is_text(whole)].tobytes()
    laid = lay_back(part, doc)
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
    """A document made of texts alone takes "n’t" for a noun: the tokenizer's norms went missing."""
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


def tagger(encoder: str, **config: object) -> Language:
    """Make a pipeline of one small network."""
    embed = {"@architectures": "spacy.MultiHashEmbed.v2", "width": 8, "attrs": ["NORM"], "rows": [9]}
    encode = {"@architectures": encoder, "width": 8, "window_size": 1, **config}
    tok2vec = {
        "@architectures": "spacy.Tok2Vec.v2", "embed": {**embed, "include_static_vectors": False}, "encode": encode,
    }  # fmt: skip
    nlp = spacy.blank("en")
    nlp.add_pipe("tagger", config={"model": {"tok2vec": tok2vec}})
    return nlp


def test_only_documents_of_networks_that_look_near_are_pared(nlp: Language) -> None:
    assert is_near_sighted(nlp)
    assert is_near_sighted(tagger("spacy.MaxoutWindowEncoder.v2", maxout_pieces=2, depth=4))
    assert not is_near_sighted(tagger("spacy.MaxoutWindowEncoder.v2", maxout_pieces=2, depth=5))
    assert not is_near_sighted(tagger("spacy.MishWindowEncoder.v2", depth=2))  # of layers that nobody has looked at
    other = tagger("spacy.MishWindowEncoder.v2", depth=2)
    other.initialize(lambda: [Example.from_dict(other.make_doc("a b"), {"tags": ["X", "Y"]})])
    other.add_pipe(MENDER)
    doc = document(other, [(BODY[0], "body"), *[(MENU, "boilerplate")] * 3])
    (found,) = parse(other, [doc], 1)
    assert all(t.tag_ for t in found)
