"""Write the queue: one line a sentence, the first to be labelled first."""

from dataclasses import dataclass
from pathlib import Path

from pipeline.annotate.queue.candidate import read_candidates
from pipeline.annotate.queue.choose import choose_articles, choose_sentences
from pipeline.annotate.queue.value import Valued, value_of_all
from pipeline.errors import UsageError
from pipeline.records import Label
from pipeline.records.jsonl import dump_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """One line of queue.jsonl; `label` is the model's, `score` what the sentence is worth in the queue."""

    article: str
    sentence: str
    start: int
    end: int
    text: str
    label: Label
    score: float
    why: tuple[str, ...]


def queue_of(out: Path, annotations: Path, sentences: int, articles: int) -> list[str]:
    """Give the lines of the queue: so many sentences, or all sentences of so many articles where `articles` is not 0.

    Raises:
        MissingArtifactError: the run is not whole.
        UsageError: nothing is left to be annotated.
    """
    valued = value_of_all(read_candidates(out, annotations))
    if not valued:
        raise UsageError("no article that is not annotated", str(out), "run new ones: `argmap run PATH --out DIR`")
    chosen = choose_articles(valued, articles) if articles else choose_sentences(valued, sentences)
    return [dump_line(_line(v)) for v in chosen]


def _line(valued: Valued) -> Queued:
    candidate = valued.candidate
    return Queued(
        article=candidate.article,
        sentence=candidate.sentence,
        start=candidate.start,
        end=candidate.end,
        text=candidate.text,
        label=valued.label,
        score=valued.value,
        why=valued.why,
    )
