"""Parses between stages: as many documents as went in, in order, with all that later stages read."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from pipeline.errors import MissingArtifactError
from pipeline.keys import KINDS
from pipeline.parsing.parses import dump_parse, is_parse_of, load_parse, parses_file, put_parse, read_parses

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


def write_parses(path: Path, docs: Iterable[Doc]) -> None:
    with parses_file(path) as out:
        for doc in docs:
            put_parse(out, dump_parse(doc))


def read_docs(path: Path, vocab: Vocab) -> list[Doc]:
    return [load_parse(parse, vocab) for parse in read_parses(path)]


def test_a_parse_knows_its_text() -> None:
    parse = dump_parse(document(1))
    assert is_parse_of(parse, document(1).text)
    assert not is_parse_of(parse, document(2).text)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_documents_come_back_as_they_went_in(tmp_path: Path, count: int) -> None:
    path = tmp_path / "deep" / "parses.spacy"
    write_parses(path, (document(n) for n in range(count)))
    again = read_docs(path, spacy.blank("en").vocab)
    assert [seen(doc) for doc in again] == [seen(document(n)) for n in range(count)]


def test_an_empty_document_keeps_its_place(tmp_path: Path) -> None:
    path = tmp_path / "parses.spacy"
    write_parses(path, [document(1), NLP(""), document(2)])
    assert [len(doc) for doc in read_docs(path, NLP.vocab)] == [6, 0, 6]


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
        next(read_parses(tmp_path / "parses.spacy"))
    assert "argmap entities" in caught.value.fix
