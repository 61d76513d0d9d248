"""Cut a sentence into pieces at the edges of entities and attributions."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.records import Entity, Quote, Sentence

Mark = tuple[int, int, str, str]  # start, end, CSS classes, title


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the marks that hold for all of it; `classes` is a CSS class list."""

    text: str
    classes: str
    title: str


def marks_of(entities: Sequence[Entity], quotes: Sequence[Quote]) -> list[Mark]:
    """List what is to be marked."""
    out: list[Mark] = [(e.start, e.end, "ent", f"{e.label}: {e.entity}") for e in entities]
    for q in quotes:
        said = f"{q.type} speech ({q.why}, {q.confidence:.2f})"
        out += [(start, end, f"content {q.type}", said) for start, end in q.content]
        out += [(*q.cue, "cue", "cue")] if q.cue else []
        out += [(*q.source, "source", "source")] if q.source else []
    return out


def by_sentence(sentences: Sequence[Sentence], marks: Sequence[Mark]) -> list[list[Mark]]:
    """List the marks that touch each sentence, in their order; sentences are in order and do not overlap."""
    starts, ends = [s.start for s in sentences], [s.end for s in sentences]
    touching: list[list[Mark]] = [[] for _ in sentences]
    for mark in marks:
        for n in range(bisect_right(ends, mark[0]), bisect_left(starts, mark[1])):
            touching[n].append(mark)
    return touching


def cut(text: str, start: int, end: int, marks: Sequence[Mark]) -> list[Piece]:
    """Cut a stretch of an article's text; the pieces put together are that stretch."""
    inside = [m for m in marks if m[0] < end and m[1] > start]
    if not inside:
        return [Piece(text[start:end], "", "")]
    cuts = sorted({start, end, *(p for m in inside for p in m[:2] if start < p < end)})
    out: list[Piece] = []
    for lo, hi in pairwise(cuts):
        over = [m for m in inside if m[0] <= lo and hi <= m[1]]
        out.append(Piece(text[lo:hi], " ".join(m[2] for m in over), " · ".join(dict.fromkeys(m[3] for m in over))))
    return out
