"""Sum up what changed over all articles."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict

from pipeline.compare.figures import NAMES, figures_of
from pipeline.compare.items import Item
from pipeline.compare.result import KINDS, Change, Count, Figure, How, Origin, Totals, Turn
from pipeline.compare.store import ArticleRun

FORMAT = "1"


class Tally:
    """Counts of records, of changes, of figures."""

    def __init__(self) -> None:
        self._before: Counter[str] = Counter()  # kinds and figures
        self._after: Counter[str] = Counter()
        self._changes: Counter[tuple[str, How]] = Counter()  # kinds
        self._turns: Counter[tuple[str, str]] = Counter()
        self._origins: Counter[tuple[str, str, str]] = Counter()

    def add(
        self,
        before: ArticleRun | None,
        after: ArticleRun | None,
        olds: Sequence[Item],
        news: Sequence[Item],
        changes: Sequence[Change],
    ) -> None:
        """Count an article: its items before and after, and what changed."""
        self._before.update(item.kind for item in olds)
        self._after.update(item.kind for item in news)
        if before:
            self._before.update(figures_of(before))
        if after:
            self._after.update(figures_of(after))
        if before and after:
            self._add_origins(before, after)
        self._changes.update((found.kind, found.how) for found in changes)
        turned = [found for found in changes if found.kind == "label" and found.how == "changed"]
        labels = [found.fields["label"] for found in turned if "label" in found.fields]
        self._turns.update((label.before, label.after) for label in labels)

    def totals(self) -> Totals:
        """Sum up."""
        return Totals(
            format=FORMAT,
            changed=bool(self._changes or self._origins),
            provenance=tuple(
                Origin(field=field, before=old, after=new, articles=n)
                for (field, old, new), n in sorted(self._origins.items())
            ),
            counts=tuple(
                Count(
                    kind=kind,
                    before=self._before[kind],
                    after=self._after[kind],
                    added=self._changes[kind, "added"],
                    removed=self._changes[kind, "removed"],
                    changed=self._changes[kind, "changed"],
                )
                for kind in KINDS
            ),
            figures=tuple(Figure(name=name, before=self._before[name], after=self._after[name]) for name in NAMES),
            turns=tuple(Turn(before=old, after=new, sentences=n) for (old, new), n in sorted(self._turns.items())),
        )

    def _add_origins(self, before: ArticleRun, after: ArticleRun) -> None:
        new = asdict(after.map.provenance)
        for field, old in asdict(before.map.provenance).items():
            if old != new[field]:
                self._origins[field, old, new[field]] += 1
