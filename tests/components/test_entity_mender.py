"""Properties of mended documents: no overlap, no crossing, names never empty, the same again when run again."""

from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin, Span

from pipeline.components.entity_mender import EntityMender
from pipeline.parsing.docs import set_sentences
from pipeline.text.blocks import find_blocks
from pipeline.text.sentences import split_sentences

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
NLP = spacy.blank("en")
MEND = EntityMender(NLP, "mender")
WORDS = st.sampled_from(
    "the The Trump Donald Gov. Sheriff Boston , Mass. Lawrence and of for U.S. ICE ( ) Department County Trust Act's 's ’s “ ” "
    "said who Jan. 28 to Feb. 3 between 2014 $ 96,000 more than 4,500 [ 1 ] Reyes - Lund \n \n\n \u00a0 / | : SOLBERG Section "
    "1373 287(g) Republican Party By Tribune staff Monday night every New York City v. @x Jr. de General".split(" ")
)
LABELS = st.sampled_from("PERSON ORG GPE NORP LAW FAC LOC EVENT WORK_OF_ART PRODUCT DATE TIME CARDINAL MONEY".split())


@st.composite
def documents(draw: st.DrawFn) -> Doc:
    words = draw(st.lists(WORDS, min_size=1, max_size=40))
    spaces = draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    starts: list[bool | int | None] = [
        True,
        *draw(st.lists(st.integers(0, 6).map(lambda n: n == 0), min_size=len(words) - 1, max_size=len(words) - 1)),
    ]
    doc = Doc(NLP.vocab, words=words, spaces=spaces, sent_starts=starts)
    ents, at = [], 0
    while at < len(words):
        size = draw(st.integers(1, 6))
        if draw(st.booleans()):
            ents.append(Span(doc, at, min(at + size, len(words)), label=draw(LABELS)))
        at += size
    doc.ents = ents
    return doc


def rows(doc: Doc) -> list[tuple[int, int, str, str, str]]:
    return [(e.start_char, e.end_char, e.label_, e.kb_id_, e.id_) for e in doc.ents]


@settings(max_examples=300, deadline=None)
@given(documents())
def test_mended_entities_are_apart_whole_and_named(doc: Doc) -> None:
    text = doc.text
    sentences = [(s.start, s.end) for s in doc.sents]
    mended = MEND(doc)
    last = 0
    for e in mended.ents:
        assert last <= e.start < e.end
        last = e.end
        assert text[e.start_char : e.end_char] == e.text == e.text.strip()
        assert "\n" not in e.text
        assert any(a <= e.start and e.end <= b for a, b in sentences)
        assert e.kb_id_.strip()
        assert e.id_
        assert not e.text.lower().startswith("the ")
        assert e.text[0] not in "\"'“”‘’[" and e.text[-1] not in '"“”‘['


@settings(max_examples=100, deadline=None)
@given(documents())
def test_mending_twice_changes_nothing(doc: Doc) -> None:
    once = rows(MEND(doc))
    assert rows(MEND(doc)) == once


@settings(max_examples=30, deadline=None)
@given(documents())
def test_names_and_methods_survive_a_docbin(doc: Doc) -> None:
    once = rows(MEND(doc))
    stored = DocBin(docs=[doc]).to_bytes()
    assert rows(next(DocBin().from_bytes(stored).get_docs(NLP.vocab))) == once


def test_an_empty_document_stays_empty() -> None:
    assert MEND(NLP("")).ents == ()


def test_the_factory_is_registered() -> None:
    assert NLP.has_factory("argmap_entities")


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem[:3])
def test_seeds_keep_the_names_that_rules_know(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    doc = NLP(text)
    set_sentences(doc, [(s.start, s.end, s.kind) for s in split_sentences(text, find_blocks(text), 5000)])
    found = {(e.text, e.label_) for e in MEND(doc).ents}
    assert ("ICE", "ORG") in found
    for surname in ("Trump", "Campbell"):
        assert not any(t == surname and label != "PERSON" for t, label in found)
