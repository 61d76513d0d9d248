"""Text classification: one record a sentence with a list of labels such as `stance:pro`, put together by article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.annotate.faults import Faults
from pipeline.annotate.flat import add_field, split_label
from pipeline.annotate.json_input import whole
from pipeline.annotate.labelled import Draft, Labelled, Shown
from pipeline.annotate.regions import ISSUE


@dataclass
class Sentences:
    """The sentences of one article as one person classified them."""

    drafts: list[Draft] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)


class Classified:
    """Gathers classified sentences; a record must say `article`, `start` and `end` of its sentence."""

    def __init__(self, path: Path, faults: Faults) -> None:
        self._path = path
        self._faults = faults
        self._found: dict[tuple[str, str], Sentences] = {}

    def add(self, place: str, text: str, meta: dict[str, Any], labels: Sequence[Any], by: str) -> None:
        """Take a sentence."""
        start, end, article = whole(meta.get("start")), whole(meta.get("end")), meta.get("article")
        if start is None or end is None or not isinstance(article, str):
            fix = "keep article, start and end of each sentence in the tasks' metadata"
            self._faults.add(place, "start", "a classified sentence without article, start or end", fix)
            return
        fields: dict[str, str] = {}
        for label in labels:
            if (pair := split_label(str(label))) is None:
                self._faults.add(
                    place, "label", f"{label!r} is no label of a sentence", "use labels such as stance:pro"
                )
            else:
                add_field(self._path, place, fields, pair, self._faults)
        rel = fields.pop(ISSUE, None)
        to = None if rel is None else "issue"
        sentences = self._found.setdefault((article, by), Sentences())
        sentences.drafts.append(Draft(place=place, key=place, start=start, end=end, fields=fields, to=to, rel=rel))
        sentences.shown.append(Shown(place=place, start=start, end=end, text=text))

    def articles(self) -> Iterator[Labelled]:
        """Yield the articles whose sentences were taken."""
        for (article, by), found in self._found.items():
            place = found.drafts[0].place
            yield Labelled(
                path=self._path, place=place, article=article, text=None, drafts=found.drafts, shown=found.shown, by=by
            )
