"""Parses between stages: as many documents as went in, in order, with all that later stages read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, Span

from pipeline.errors import MissingArtifactError
from pipeline.keys import KINDS
from pipeline.parses import CHUNK, read_parses, write_parses

NLP = spacy.blank("en")


def document(number: int) -> Doc:
    doc = Doc(
        NLP.vocab,
        words=["Ruiz", "spoke", str(number), "\n", "Why", "?"],
        spaces=[True, True, False, False, False, False],
        tags=["NNP", "VBD", "CD", "_SP", "WRB", "."],
        deps=["nsubj", "ROOT", "dobj", "dep", "ROOT", "punct"],
        heads=[1, 1, 1, 2, 4, 4],
    )
    doc.ents = [Span(doc, 0, 1, label="PERSON", kb_id="Ana Ruiz", span_id="surname")]
    doc.spans[KINDS] = [Span(doc, 0, 4, label="body"), Span(doc, 4, 6, label="heading")]
    return doc


def seen(doc: Doc) -> tuple[object, ...]:
    return (
        doc.text,
        [(t.tag_, t.dep_, t.head.i, t.is_sent_start) for t in doc],
        [(e.start, e.end, e.label_, e.kb_id_, e.id_) for e in doc.ents],
        [(k.start, k.end, k.label_) for k in doc.spans[KINDS]],
    )


@pytest.mark.parametrize("count", [0, 1, CHUNK, CHUNK + 1])
def test_documents_come_back_as_they_went_in(tmp_path: Path, count: int) -> None:
    path = tmp_path / "deep" / "parses.spacy"
    write_parses(path, (document(n) for n in range(count)))
    again = list(read_parses(path, spacy.blank("en").vocab))
    assert [seen(doc) for doc in again] == [seen(document(n)) for n in range(count)]


def test_an_empty_document_keeps_its_place(tmp_path: Path) -> None:
    path = tmp_path / "parses.spacy"
    write_parses(path, [document(1), NLP(""), document(2)])
    assert [len(doc) for doc in read_parses(path, NLP.vocab)] == [6, 0, 6]


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_parses(tmp_path / name, [document(1), document(2)])
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_broken_off_run_leaves_the_earlier_file(tmp_path: Path) -> None:
    path = tmp_path / "parses.spacy"
    write_parses(path, [document(1)])
    before = path.read_bytes()

    def broken() -> Iterator[Doc]:
        yield document(2)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_parses(path, broken())
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["parses.spacy"]


def test_a_missing_file_names_the_stage_that_writes_it(tmp_path: Path) -> None:
    with pytest.raises(MissingArtifactError) as caught:
        next(read_parses(tmp_path / "parses.spacy", NLP.vocab))
    assert "argmap entities" in caught.value.fix
