"""An article on its way to an annotator: its text, and the rows and spans to start from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from pipeline.gold.corpus import Card, GoldSpan, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What a format writes of one article.

    `given` says whose labels these are: a model's guesses, a person's reading, or nobody's: a blind task has the
    bounds of its sentences alone.
    """

    card: Card
    text: str
    rows: Sequence[Row]
    spans: Sequence[GoldSpan]
    given: Literal["guess", "reading", "blind"]
    row_scores: Sequence[float] = ()  # how sure the model is of each row's stance; none of a reading
    attribution_scores: Mapping[int, float] = field(default_factory=dict)  # by the number of the attribution

    @property
    def meta(self) -> dict[str, str | None]:
        """What the article's line in articles.jsonl keeps of it."""
        return {name: getattr(self.card, name) for name in META}

    def score_of_row(self, number: int) -> float | None:
        """Tell how sure the model is of a row's stance."""
        return self.row_scores[number] if self.row_scores else None

    def score_of_span(self, span: GoldSpan) -> float | None:
        """Tell how sure the model is of an attribution; None for an entity."""
        return None if span.attribution is None else self.attribution_scores.get(span.attribution)


META = ("title", "source", "genre", "published")
