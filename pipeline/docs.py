"""Documents whose sentences are argmap's own."""

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.keys import KINDS
from pipeline.records import Sentence


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
    begins = set(starts)
    for token in doc:
        token.is_sent_start = token.i in begins or token.i == 0
    for number, first in enumerate(starts):
        last = starts[number + 1] if number + 1 < len(starts) else len(doc)
        if first < last:
            kinds.append(Span(doc, first, last, label=spans[number][2]))
    doc.spans[KINDS] = kinds
