"""Split the blocks of a text into sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.records import Block, BlockKind
from pipeline.text.boundaries import lower_words, sentence_spans
from pipeline.text.lines import non_blank_lines


@dataclass(frozen=True, slots=True)
class SentenceSpan:
    """A sentence; half-open code points of the text, `paragraph` is the index of its non-blank line."""

    start: int
    end: int
    kind: BlockKind
    paragraph: int


def split_sentences(text: str, blocks: Sequence[Block], max_sentence_chars: int) -> list[SentenceSpan]:
    """Give the sentences in order; none crosses a block or a line.

    Args:
        text: the article, unaltered.
        blocks: as `find_blocks` gives them: in order, each inside one line.
        max_sentence_chars: a longer sentence is cut at white space, or anywhere if it has none.
    """
    lower = lower_words(text)
    lines = [(line.start, line.end) for line in non_blank_lines(text)]
    paragraph = 0
    sentences: list[SentenceSpan] = []
    for block in blocks:
        while paragraph < len(lines) - 1 and lines[paragraph][1] <= block.start:
            paragraph += 1
        # A heading is one row, though a number or a time with stops may open it.
        heading = block.kind == "heading"
        spans = iter([(block.start, block.end)]) if heading else sentence_spans(text, block.start, block.end, lower)
        for whole in _merged(text, spans):
            for start, end in _cut(text, *whole, max_sentence_chars):
                sentences.append(SentenceSpan(start, end, block.kind, paragraph))
    return sentences


def _merged(text: str, spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join a span without a letter or digit to its neighbour: a lone mark is no sentence."""
    held: tuple[int, int] | None = None
    held_has_word = False
    for span in spans:
        has_word = any(text[i].isalnum() for i in range(*span))
        if held is None:
            held, held_has_word = span, has_word
        elif has_word and held_has_word:
            yield held
            held = span
        else:
            held, held_has_word = (held[0], span[1]), held_has_word or has_word
    if held is not None:
        yield held


def _cut(text: str, start: int, end: int, size: int) -> Iterator[tuple[int, int]]:
    """Cut a span into pieces of at most `size` characters, at the last white space that allows it."""
    while end - start > size:
        stop = start + size
        while stop > start and not text[stop].isspace():
            stop -= 1
        if stop == start:
            stop = start + size
        last = stop
        while text[last - 1].isspace():
            last -= 1
        yield start, last
        start = stop
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end
