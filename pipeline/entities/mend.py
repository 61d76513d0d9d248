"""Mend the model's entities: rules first, then one label for each name in the whole article."""

from collections.abc import Iterable

from pipeline.entities.acronyms import find_acronyms
from pipeline.entities.bodies import find_bodies
from pipeline.entities.edges import clip
from pipeline.entities.known import find_known
from pipeline.entities.laws import find_laws
from pipeline.entities.lexicon.given import given_names
from pipeline.entities.mention import MODEL, NUMERIC, Mention, longest, unique
from pipeline.entities.numbers import find_dates, mend_numbers
from pipeline.entities.page import Page
from pipeline.entities.people import find_people
from pipeline.entities.places import find_places
from pipeline.entities.recall import complete, find_again, find_surnames, full_names
from pipeline.entities.votes import label_names

_LONG = frozenset({"ORG", "FAC", "LAW", "EVENT"})


def mend(page: Page, model: Iterable[Mention]) -> list[Mention]:
    """Give the mended mentions in order; they do not overlap."""
    size = len(page.words)
    from_start = {start: i for i, start in enumerate(page.starts)}
    to_end = {start + len(word): i for i, (start, word) in enumerate(zip(page.starts, page.words, strict=True))}
    rules = [
        *find_known(page),
        *find_bodies(page),
        *find_laws(page, from_start, to_end),
        *find_people(page),
        *find_places(page),
        *find_dates(page),
    ]
    sure = unique(longest(rules, size))
    own = [part for m in model for part in clip(page, m)]
    settled = _settle([*sure, *find_acronyms(page, sure)], own, size)
    cover = longest(settled, size)
    people = full_names(page, settled)
    labels = label_names(page, settled, cover, people)
    settled = [_relabel(page, m, labels) for m in settled]
    people = full_names(page, settled)
    more = [*find_surnames(page, people, cover), *find_again(page, labels, cover)]
    return mend_numbers(page, _complete(page, _settle(more, settled, size)))


def _complete(page: Page, mentions: list[Mention]) -> list[Mention]:
    out: list[Mention] = []
    for m in mentions:
        out.append(complete(page, m, out[-1] if out else None, given_names()))
    return out


def _settle(rules: list[Mention], others: list[Mention], size: int) -> list[Mention]:
    """Lay rules over other mentions; a weak rule yields to a longer name around it."""
    cover = longest(rules, size)
    kept = []
    for m in others:
        inside = [r for r in unique(cover[m.start : m.end]) if r.overlaps(m)]
        if all(m.holds(r) and (r.strength < 2 or m.strength > 1) and _whole(m, r) for r in inside):
            kept.append(m)
    for m in kept:
        cover[m.start : m.end] = [m] * (m.end - m.start)
    return unique(cover)


def _whole(m: Mention, inner: Mention) -> bool:
    if m.label in NUMERIC:
        return inner.label in NUMERIC
    return m.label in _LONG or m.label == inner.label or m.method != MODEL


def _relabel(page: Page, m: Mention, labels: dict[tuple[str, ...], str]) -> Mention:
    if m.method != MODEL or m.label in NUMERIC:
        return m
    label = labels[tuple(page.words[m.start : m.end])]
    return m if label == m.label else m._replace(label=label, method="vote")
