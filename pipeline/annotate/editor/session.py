"""One article open for annotation: give the page what it shows, take what it changed, never over another's change."""

from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

from pipeline.annotate.editor.draft import Draft, fault_of
from pipeline.annotate.editor.files import ReadingFiles
from pipeline.annotate.editor.find_article import Chosen
from pipeline.annotate.editor.problems import problems_of
from pipeline.annotate.listed import add_article
from pipeline.annotate.template import guessed_rows, guessed_spans
from pipeline.errors import AnnotationError
from pipeline.gold.corpus import Row
from pipeline.records import Sentence
from pipeline.records.jsonl import plain


class ConflictError(Exception):
    """The reading was changed elsewhere since the page read it."""


@dataclass(slots=True)
class Session:
    """Nothing is written before the first change."""

    folder: Path
    chosen: Chosen
    files: ReadingFiles
    blind: bool  # the page never gets the model's guesses
    _lock: Lock = field(default_factory=Lock)

    @property
    def text(self) -> str:
        """The article's unaltered text."""
        return self.chosen.article.text

    def draft(self) -> Draft:
        """Give the reading as it is on disk, or a first one.

        Raises:
            AnnotationError: its files are broken.
        """
        draft = self.files.load() or self._first()
        fault = fault_of(draft, self.text)
        if fault:
            raise AnnotationError(fault, f"{self.files.rows}:1:row", "mend the file, or remove it to start anew")
        return draft

    def state(self) -> dict[str, Any]:
        """Give the page all it shows."""
        with self._lock:
            draft, revision = self.draft(), self.files.revision()
        article, card = self.chosen.article, self.chosen.card
        return {
            "article": {"id": article.id, "title": (card and card.title) or article.title, "text": self.text},
            "draft": plain(draft),
            "guesses": None if self.blind else plain(guessed_rows(self.chosen.found)),
            "problems": self.problems(draft),
            "revision": revision,
        }

    def save(self, draft: Draft, revision: str) -> str:
        """Write a draft that was made from a revision; return the new one.

        Raises:
            ConflictError: the files have another revision by now.
            OSError: they cannot be written; what was there is there still.
        """
        with self._lock:
            if self.files.revision() != revision:
                raise ConflictError
            add_article(self.folder, self.chosen.article)
            self.files.save(draft)
            return self.files.revision()

    def problems(self, draft: Draft) -> list[dict[str, object]]:
        """Check a draft as `annotate check` does."""
        return problems_of(draft, self.text, bool(self.chosen.card and self.chosen.card.partial))

    def _first(self) -> Draft:
        found = self.chosen.found
        rows = [_empty(s) for s in found.sentences] if self.blind else guessed_rows(found)
        spans = [] if self.blind else guessed_spans(found)
        return Draft(rows=rows, spans=spans, read=[False] * len(rows), at=0)


def _empty(sentence: Sentence) -> Row:
    return Row(
        start=sentence.start,
        end=sentence.end,
        kind="body",
        stance="neutral",
        speaker=None,
        quote="none",
        role="none",
        to=None,
        rel=None,
    )
