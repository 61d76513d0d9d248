"""Annotated arguments: statements with their roles and what they serve; the choices that the linker learns from."""

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.graph.features import Scene
from pipeline.graph.learn import Choice, fit_choices
from pipeline.graph.statements import Statement

ARGUMENTS = "arguments.jsonl"  # what the linker learnt from, one article a line


@dataclass(frozen=True, slots=True)
class Argued:
    """A statement as a reader sees it; `target` is a number in the article's list, None for the issue."""

    statement: Statement
    is_claim: bool
    target: int | None


@dataclass(frozen=True, slots=True)
class Lesson:
    """An article as it was adjudicated, and as its author alone saw it where others read it too."""

    article: str
    adjudicated: list[Argued]
    author: list[Argued]


def learn(lessons: Iterable[Lesson], penalty: float) -> tuple[dict[str, float], dict[str, float]]:
    """Fit the weights for claims against premises, and for what a premise serves.

    Types are learnt from both readings: where they differ, the linker is to be in doubt, as readers are.
    """
    claims: list[Choice] = []
    targets: list[Choice] = []
    for lesson in lessons:
        for reading in (lesson.adjudicated, lesson.author):
            scene = Scene([a.statement for a in reading])
            claims += [Choice([scene.own(n), {}], 0 if a.is_claim else 1) for n, a in enumerate(reading)]
        scene = Scene([a.statement for a in lesson.adjudicated])
        for n, argued in enumerate(lesson.adjudicated):
            near = scene.near(n)
            if not argued.is_claim and argued.target in near:
                targets.append(Choice([scene.pair(n, m) for m in near], near.index(argued.target)))
    return fit_choices(claims, penalty), fit_choices(targets, penalty)
