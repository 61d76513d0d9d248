"""Embeddings made once a batch: bit for bit what spaCy's own layers make, in any batch."""

import numpy as np
import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from pipeline.nlp import UNUSED
from pipeline.params import Params
from pipeline.parsing.embeddings import embed_once

WORDS = st.sampled_from(
    "Mayor Ida Brandt said the the sanctuary rule keeps “ ” , . — $2 families safe in N.Y. 1984 é".split()
)
TEXTS = st.lists(st.one_of(st.lists(WORDS, max_size=30).map(" ".join), st.text(max_size=30)), min_size=1, max_size=5)
FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def plain(params: Params) -> Language:
    return spacy.load(params.entities.parser, exclude=UNUSED)


@pytest.fixture(scope="module")
def once(params: Params) -> Language:
    nlp = spacy.load(params.entities.parser, exclude=UNUSED)
    embed_once(nlp)
    return nlp


def tensors(nlp: Language, texts: list[str]) -> list[np.ndarray]:
    """What the tagger and parser see, for each text of one batch."""
    model = nlp.get_pipe("tok2vec").model  # type: ignore[attr-defined] # pipes have many shapes
    return [np.asarray(rows) for rows in model.predict([nlp.make_doc(text) for text in texts])]


def parses(nlp: Language, texts: list[str], batch_size: int) -> list[list[tuple[object, ...]]]:
    docs = nlp.pipe(texts, batch_size=batch_size)
    return [[(t.tag_, t.dep_, t.head.i, t.ent_iob_, t.ent_type_) for t in doc] for doc in docs]


def test_the_layers_are_replaced(plain: Language, once: Language) -> None:
    def names(nlp: Language) -> list[str]:
        return [node.name for _, pipe in nlp.components if hasattr(pipe, "model") for node in pipe.model.walk()]

    assert "embed_once" in names(once)
    assert "embed_once" not in names(plain)


@FEW
@given(TEXTS)
def test_tensors_are_the_same_bit_for_bit(plain: Language, once: Language, texts: list[str]) -> None:
    for one, other in zip(tensors(plain, texts), tensors(once, texts), strict=True):
        assert one.tobytes() == other.tobytes()


@FEW
@given(TEXTS)
def test_parses_are_the_same_in_any_batch(plain: Language, once: Language, texts: list[str]) -> None:
    assert parses(once, texts, 1) == parses(once, texts, len(texts)) == parses(plain, texts, 2)


@FEW
@given(TEXTS)
def test_a_text_has_the_same_tensor_alone_and_among_others(once: Language, texts: list[str]) -> None:
    alone = [tensors(once, [text])[0].tobytes() for text in texts]
    assert [rows.tobytes() for rows in tensors(once, texts)] == alone
