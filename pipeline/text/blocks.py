"""Part a text into blocks: headline, byline, caption, heading, boilerplate, body."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.records import Block, BlockKind
from pipeline.text import datelines, notes
from pipeline.text.boilerplate import is_boilerplate
from pipeline.text.boundaries import lower_words, sentence_spans
from pipeline.text.ending import is_promotion
from pipeline.text.layout import line_kinds
from pipeline.text.lines import Line, non_blank_lines

LEADS = 3  # lines of prose in which a dateline may lack its agency
END_LINES = 4  # last lines whose last sentences may credit the writers
END_CHARS = 2000  # of such a line


def find_blocks(text: str) -> tuple[Block, ...]:
    """Give the blocks of a text, disjoint and in order.

    They cover all that is not white space; none crosses a line, and a line may hold several.
    """
    lines = [_without_label(line) for line in non_blank_lines(text)]
    kinds = line_kinds(lines)
    lower = lower_words(text)
    blocks: list[Block] = []
    prose = 0
    last = max((i for i, kind in enumerate(kinds) if kind == "body"), default=-1)
    for line, kind in zip(lines, kinds, strict=True):
        if line.label is not None:
            blocks.append(Block(kind="boilerplate", start=line.label[0], end=line.label[1]))
        prose += kind == "body"
        cuts = list(_parts(line, kind, prose, lower, line.index > last - END_LINES))
        for number, (start, part) in enumerate(cuts):
            end = cuts[number + 1][0] if number + 1 < len(cuts) else len(line.text)
            piece = line.text[start:end]
            begin = line.start + start + len(piece) - len(piece.lstrip())
            if piece.strip():
                blocks.append(Block(kind=part, start=begin, end=begin + len(piece.strip())))
    return tuple(blocks)


def _without_label(line: Line) -> Line:
    """Take a label such as "OPINION:" off a line, so that the rest is judged by itself."""
    size = datelines.label_length(line.text)
    if not size:
        return line
    rest = line.text[size:].lstrip()
    label = (line.start, line.start + len(line.text[:size].rstrip()))
    return replace(line, start=line.end - len(rest), text=rest, label=label)


def _parts(
    line: Line, kind: BlockKind, prose: int, lower: frozenset[str], near_end: bool
) -> Iterator[tuple[int, BlockKind]]:
    """Yield the offset in the line and the kind of each of its blocks."""
    text = line.text
    start = 0
    if kind == "caption" and (start := datelines.close_length(text)):
        yield 0, "caption"
    if kind != "body":
        yield start, kind
        return
    space = len(text[start:]) - len(text[start:].lstrip())
    if size := datelines.dateline_length(text[start + space :], first=prose <= LEADS):
        yield start + space, "byline"
        start += space + size
    yield start, "body"
    stop = datelines.signature_start(text)
    if stop > start:
        yield stop, "byline"
    elif near_end:
        yield from _closing(text, start, lower)


def _closing(text: str, start: int, lower: frozenset[str]) -> Iterator[tuple[int, BlockKind]]:
    """Yield the blocks made by the last sentences of a line that credit writers or serve the page."""
    base = max(start, len(text) - END_CHARS)
    spans = list(sentence_spans(text, base, len(text), lower))
    found: list[tuple[int, BlockKind]] = []
    for begin, end in reversed(spans[1:]):
        sentence = text[begin:end]
        if notes.is_note(sentence):
            found.append((begin, "byline"))
        elif is_boilerplate(sentence) or is_promotion(sentence):
            found.append((begin, "boilerplate"))
        else:
            break
    yield from reversed(found)
