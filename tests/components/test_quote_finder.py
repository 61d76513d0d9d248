"""The component finds attributions in any document with a dependency tree."""

import spacy
from spacy.tokens import Doc, Span

from pipeline.components.quote_finder import QuoteFinder
from pipeline.components.speaker_linker import SpeakerLinker
from pipeline.keys import ATTRIBUTIONS, SPEAKERS
from pipeline.params import Params
from pipeline.quotes.attribute import Attribution

NLP = spacy.blank("en")


def parsed() -> Doc:
    """Make "Ana Ruiz said the rule works ." with the tree that a parser should give it."""
    doc = Doc(
        NLP.vocab,
        words="Ana Ruiz said the rule works .".split(),
        tags="NNP NNP VBD DT NN VBZ .".split(),
        deps="compound nsubj ROOT det nsubj ccomp punct".split(),
        heads=[1, 2, 2, 4, 5, 2, 2],
        spaces=[True] * 5 + [False, False],
    )
    doc.ents = [Span(doc, 0, 2, label="PERSON", kb_id="Ana Ruiz")]
    return doc


def test_who_said_what_is_told_in_tokens(params: Params) -> None:
    doc = QuoteFinder(NLP, "quotes", params.quotes.model_dump(mode="json"))(parsed())
    (found,) = doc._.get(ATTRIBUTIONS)
    assert isinstance(found, Attribution)
    assert [doc[a:b].text for a, b in found.content] == ["the rule works"]
    assert found.cue is not None
    assert doc[slice(*found.cue)].text == "said"
    assert found.source is not None
    assert doc[slice(*found.source)].text == "Ana Ruiz"
    assert found.type == "indirect"


def test_without_params_the_shipped_ones_hold(params: Params) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("argmap_quotes")
    nlp.add_pipe("argmap_speakers")
    component = nlp.get_pipe("argmap_quotes")
    assert isinstance(component, QuoteFinder)
    assert component.params == params.quotes


def test_an_attribution_gets_its_speaker() -> None:
    doc = SpeakerLinker(NLP, "speakers")(QuoteFinder(NLP, "quotes", None)(parsed()))
    (speaker,) = doc._.get(SPEAKERS)
    assert (speaker.name, speaker.kind, speaker.attributions) == ("Ana Ruiz", "person", [0])


def test_a_document_without_words_has_no_attributions() -> None:
    doc = SpeakerLinker(NLP, "speakers")(QuoteFinder(NLP, "quotes", None)(NLP("")))
    assert (doc._.get(ATTRIBUTIONS), doc._.get(SPEAKERS)) == ([], [])
