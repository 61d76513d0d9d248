"""Documents whose sentences are argmap's own."""

from collections.abc import Iterable

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.keys import KINDS
from pipeline.records import Sentence

START, NO_START = 1, np.uint64(2**64 - 1)  # spaCy's own codes; 0 would leave it to the parser


def make_doc(nlp: Language, text: str, sentences: Iterable[Sentence]) -> Doc:
    """Tokenize a text and fix its sentence starts, which the parser then keeps."""
    doc = nlp.make_doc(text)
    set_sentences(doc, [(s.start, s.end, s.kind) for s in sentences])
    return doc


def set_sentences(doc: Doc, spans: list[tuple[int, int, str]]) -> None:
    """Start a sentence at each (start, end, kind) in characters and nowhere else."""
    at = 0
    kinds: list[Span] = []
    starts: list[int] = []
    for start, _, _ in spans:
        while at < len(doc) and doc[at].idx + len(doc[at]) <= start:
            at += 1
        starts.append(at)
    # In one go: the setter of a token looks through the whole document for a parse, which takes minutes in a long one.
    flags = np.full(len(doc), NO_START, dtype="uint64")
    flags[[i for i in (0, *starts) if i < len(doc)]] = START
    doc.from_array(["SENT_START"], flags.reshape(-1, 1))  # type: ignore[arg-type] # its stubs know other arrays
    for number, first in enumerate(starts):
        last = starts[number + 1] if number + 1 < len(starts) else len(doc)
        if first < last:
            kinds.append(Span(doc, first, last, label=spans[number][2]))
    doc.spans[KINDS] = kinds
