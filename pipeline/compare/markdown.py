"""Write a comparison as Markdown for a pull request: the sums first, then article by article."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from pipeline.compare.escape import code
from pipeline.compare.match import is_minor
from pipeline.compare.result import ArticleDiff, Change, Kind, Totals
from pipeline.compare.values import shown

MANY = 5  # entries; more are folded
HASH = 12  # hexadecimal digits that are shown of one
FIGURES = "\n| figure | before | after | difference |\n|---|--:|--:|--:|\n"
PLURALS: dict[Kind, str] = {
    "article": "articles",
    "block": "blocks",
    "sentence": "sentences",
    "label": "labels",
    "entity": "entities",
    "quote": "quotes",
    "speaker": "speakers",
    "node": "nodes",
    "edge": "edges",
    "map": "maps",
}
TOLD: dict[Kind, tuple[str, ...]] = {  # fields of what was added or removed
    "block": ("kind",),
    "label": ("label",),
    "entity": ("label", "entity"),
    "quote": ("type", "speaker"),
    "speaker": ("kind", "position"),
    "node": ("type", "stance", "speaker"),
    "edge": ("relation", "target"),
}
SIGNS = {"added": "➕", "removed": "➖", "changed": "✏️"}


def markdown_pieces(totals: Totals, articles: Iterable[ArticleDiff]) -> Iterator[str]:
    """Give the pieces of the page, article by article."""
    yield f"## {_verdict(totals)}\n\n"
    yield from _before_reading(totals)
    yield from _tables(totals)
    for article in articles:
        yield from _article(article)


def _before_reading(totals: Totals) -> Iterator[str]:
    """Say what would be read wrongly in the tables: other articles, and changes that change no label."""
    counts = {c.kind: c for c in totals.counts}
    found = counts.get("article")
    if found and (found.added or found.removed):
        both = found.before - found.removed
        told = f"Articles in both runs: {both}, only before: {found.removed}, only after: {found.added}"
        yield f"{told}. The tables count them all.\n\n"
    if (labels := counts.get("label")) and labels.changed:
        turned = sum(t.sentences for t in totals.turns)
        moved = f"in scores, reasons or certainty alone: {labels.changed - turned}"
        yield f"Labels that turned: {turned}; that changed {moved}.\n\n"


def _verdict(totals: Totals) -> str:
    if not totals.changed:
        return "Nothing changed"
    if any(c.added or c.removed or c.changed for c in totals.counts):
        return "What changed"
    return "Nothing changed but what the maps were made by"


def _tables(totals: Totals) -> Iterator[str]:
    yield "| records | before | after | added | removed | changed |\n|---|--:|--:|--:|--:|--:|\n"
    for c in totals.counts:
        yield f"| {PLURALS[c.kind]} | {c.before} | {c.after} | {c.added or ''} | {c.removed or ''} | {c.changed or ''} |\n"
    yield FIGURES
    for f in totals.figures:
        yield f"| {f.name} | {f.before} | {f.after} | {f'{f.after - f.before:+}' if f.after != f.before else ''} |\n"
    if totals.turns:
        yield "\n| label before | label after | sentences |\n|---|---|--:|\n"
        yield from (f"| {t.before} | {t.after} | {t.sentences} |\n" for t in totals.turns)
    if totals.provenance:
        yield "\n| made by | before | after | articles |\n|---|---|---|--:|\n"
        for o in totals.provenance:
            old, new = (code(_short(o.field, value), in_table=True) for value in (o.before, o.after))
            yield f"| {o.field} | {old} | {new} | {o.articles} |\n"


def _short(field: str, value: str) -> str:
    """Cut a hash: its beginning tells it from another, and a card names it so."""
    return value[:HASH] if field.endswith("sha256") else value


def _article(article: ArticleDiff) -> Iterator[str]:
    name = f"{code(article.title)} ({code(article.article)})" if article.title else code(article.article)
    yield f"\n### {SIGNS[article.how]} {name}\n"
    if article.how != "changed":
        yield f"\nOnly the run {'after' if article.how == 'added' else 'before'} has this article.\n"
    for heading, changes in groupby(article.changes, _heading):
        lines = [_line(change) for change in changes]
        if len(lines) <= MANY:
            yield f"\n**{heading}**\n\n{''.join(lines)}"
        else:
            yield f"\n<details><summary>{len(lines)} {heading}</summary>\n\n{''.join(lines)}\n</details>\n"


def _heading(change: Change) -> str:
    return f"{PLURALS[change.kind]} {change.how}{' in scores or reasons alone' if is_minor(change) else ''}"


def _line(change: Change) -> str:
    if change.how == "changed":
        hidden = {"sha256"} if "text" in change.fields else set()  # another text has another hash
        fields = ((name, v) for name, v in change.fields.items() if name not in hidden)
        told = [f"{name} {shown(v.before)} → {shown(v.after)}" for name, v in fields]
    else:
        values = [change.fields[name] for name in TOLD.get(change.kind, ())]
        told = [shown(v.after if change.how == "added" else v.before) for v in values]
    return f"- {': '.join(filter(None, [code(change.text) if change.text else '', '; '.join(told)]))}\n"
