"""Pair the items of two runs and say what changed."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from pipeline.compare.items import Item
from pipeline.compare.result import KINDS, Change, How, Kind, Values

HOWS: tuple[How, ...] = ("changed", "added", "removed")
MINOR = {"scores", "confidence", "why"}
Pair = tuple[Item | None, Item | None]


def pairs(before: Iterable[Item], after: Iterable[Item]) -> Iterator[Pair]:
    """Pair items of one kind and key; of several with one key, equal ones first, in an order of their values."""
    keyed: dict[tuple[Kind, Hashable], tuple[list[Item], list[Item]]] = defaultdict(lambda: ([], []))
    for side, items in enumerate((before, after)):
        for item in items:
            keyed[item.kind, item.key][side].append(item)
    for olds, news in keyed.values():
        if len(olds) == len(news) == 1:
            yield olds[0], news[0]
        else:
            yield from _several(sorted(olds, key=_values), sorted(news, key=_values))


def _several(olds: list[Item], news: list[Item]) -> Iterator[Pair]:
    left = []
    for old in olds:
        equal = next((new for new in news if _values(new) == _values(old)), None)
        if equal is None:
            left.append(old)
        else:
            news.remove(equal)
            yield old, equal
    yield from zip(left, news, strict=False)
    yield from ((old, None) for old in left[len(news) :])
    yield from ((None, new) for new in news[len(left) :])


def _values(item: Item) -> str:
    return repr({name: field.same for name, field in item.fields.items()})


def change(old: Item | None, new: Item | None) -> Change | None:
    """Say how one item became the other; None where nothing changed."""
    if new is None:
        return None if old is None else _whole("removed", old)
    if old is None:
        return _whole("added", new)
    fields = {
        name: Values(before=field.shown, after=new.fields[name].shown)
        for name, field in old.fields.items()
        if field.same != new.fields[name].same
    }
    if not fields:
        return None
    return Change(kind=new.kind, how="changed", text=new.text, before=old.spans, after=new.spans, fields=fields)


def _whole(how: How, item: Item) -> Change:
    gone = how == "removed"
    fields = {
        name: Values(before=field.shown if gone else None, after=None if gone else field.shown)
        for name, field in item.fields.items()
    }
    spans = item.spans
    return Change(
        kind=item.kind,
        how=how,
        text=item.text,
        before=spans if gone else (),
        after=() if gone else spans,
        fields=fields,
    )


def in_order(changes: Iterable[Change]) -> list[Change]:
    """Sort by kind, then changed, added, removed, those of minor fields last; then by place, not by the files' order."""
    return sorted(
        changes,
        key=lambda c: (
            KINDS.index(c.kind),
            HOWS.index(c.how),
            is_minor(c),
            c.after or c.before,
            c.text,
            repr(c.fields),
        ),
    )


def is_minor(found: Change) -> bool:
    """Tell whether only scores and reasons changed, as for most records when a model or its settings do."""
    return found.how == "changed" and found.fields.keys() <= MINOR
