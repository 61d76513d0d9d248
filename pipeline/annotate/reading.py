"""One person's reading of one article, checked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.annotate.check import check_rows, check_spans
from pipeline.annotate.compare_text import check_shown, text_of, uncovered
from pipeline.annotate.drafts import rows_of
from pipeline.annotate.earlier import Earlier
from pipeline.annotate.faults import Faults
from pipeline.annotate.known import Known
from pipeline.annotate.labelled import Labelled
from pipeline.annotate.put_over import Joined, put_over
from pipeline.gold.corpus import ATTRIBUTION, Card, GoldSpan, Row


@dataclass(frozen=True, slots=True)
class Reading:
    """What is written of an article."""

    card: Card
    text: str
    rows: Sequence[Row]
    spans: Sequence[GoldSpan]
    labelled: int  # rows that the tool gave; the others are of an earlier reading
    relabelled: int  # rows of an earlier reading that those take the place of
    moved: int  # earlier premises that serve the issue now
    dropped: int  # earlier spans that are not there any more


def reading_of(found: Labelled, known: Known, alone: bool, earlier: Earlier, faults: Faults) -> Reading | None:
    """Check an article as it came from a tool; None where that failed, or where nothing is labelled.

    `alone` tells that nobody else has read the article, so that its line may say whether it is whole; `earlier` is what
    the same annotator has read of it, of which all stays that is not labelled anew.
    """
    text = text_of(found, known.texts.get(found.article), faults)
    if text is None:
        return None
    check_shown(found, text, faults)
    rows = rows_of(found.path, found.drafts, faults)
    if not rows and not found.spans:
        faults.leave_out(found.place, f"nothing is labelled in {found.article}")
        return None
    bare = sum(not draft.labelled for draft in found.drafts)
    if bare:
        faults.leave_out(found.place, f"{bare} sentences of {found.article} have no label")
    sound = len(rows) + bare == len(found.drafts)  # else targets, which are indices of rows, lead astray
    labelled, joined = len(rows), Joined(rows, list(found.spans))
    if sound:
        roles = any("role" in d.fields or d.to is not None or d.rel is not None for d in found.drafts)
        joined = put_over(earlier, rows, joined.spans, roles)
    rows = joined.rows
    relabelled = len(earlier.rows) + labelled - len(rows)
    partial = uncovered([(row.start, row.end) for _, row in rows], text)
    spans = sorted(joined.spans, key=lambda s: (s[1].start, s[1].end, s[1].type, s[1].attribution or 0))
    if sound:
        faults.found += check_rows(found.path, rows, text, partial)
    faults.found += check_spans(found.path, spans, text)
    _check_spans(found, spans, faults)
    card = _card(found, known, partial, alone, faults)
    return Reading(
        card, text, [row for _, row in rows], [span for _, span in spans], labelled, relabelled, joined.moved, joined.dropped
    )  # fmt: skip


def _check_spans(found: Labelled, spans: Sequence[tuple[str, GoldSpan]], faults: Faults) -> None:
    """Find spans that are there twice and attributions of nothing."""
    for (_, before), (place, span) in pairwise(spans):
        if span == before:
            what = f"{span.type} {span.start}-{span.end} is marked twice"
            faults.add(place, "type", what, "remove one", found.path)
    contents = {span.attribution for _, span in spans if span.type == "content"}
    for place, span in spans:
        if span.attribution is not None and span.type not in ATTRIBUTION:
            faults.add(place, "attribution", f"a {span.type} is no part of one", "take the number off", found.path)
        elif span.attribution is not None and span.attribution not in contents:
            fix = "tie it to its content, mark the content, or remove it; a short export may have lost the ties"
            faults.add(place, "attribution", f"a {span.type} without content", fix, found.path)


def _card(found: Labelled, known: Known, partial: bool, alone: bool, faults: Faults) -> Card:
    """Give the article's line; of one that is listed only `partial` may change, and that only where it is read alone."""
    card = known.cards.get(found.article)
    if card is None:
        meta = {name: found.meta.get(name) for name in ("title", "source", "genre", "published")}
        card = Card(id=found.article, split="train", origin="real", partial=partial, **meta)
    if found.article not in known.listed or alone:
        return replace(card, partial=partial)
    if partial and not card.partial:
        what = f"{found.article!r} is listed as whole, and here sentences have no label or are not there"
        faults.add(found.place, "rows", what, "label all sentences, or import into another --folder", found.path)
    return card
