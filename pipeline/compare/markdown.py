"""Write a comparison as Markdown for a pull request: the sums first, then article by article."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from pipeline.compare.escape import code
from pipeline.compare.match import is_minor
from pipeline.compare.result import ArticleDiff, Change, Kind, Totals
from pipeline.compare.values import shown

MANY = 5  # entries; more are folded
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
    if not totals.changed:
        yield "## Nothing changed\n\n"
    else:
        yield "## What changed\n\n"
    yield from _tables(totals)
    for article in articles:
        yield from _article(article)


def _tables(totals: Totals) -> Iterator[str]:
    yield "| | before | after | added | removed | changed |\n|---|--:|--:|--:|--:|--:|\n"
    for c in totals.counts:
        yield f"| {PLURALS[c.kind]} | {c.before} | {c.after} | {c.added or ''} | {c.removed or ''} | {c.changed or ''} |\n"
    yield "\n| | before | after | |\n|---|--:|--:|--:|\n"
    for f in totals.figures:
        yield f"| {f.name} | {f.before} | {f.after} | {f'{f.after - f.before:+}' if f.after != f.before else ''} |\n"
    if totals.turns:
        yield "\n| label before | label after | sentences |\n|---|---|--:|\n"
        yield from (f"| {t.before} | {t.after} | {t.sentences} |\n" for t in totals.turns)
    if totals.provenance:
        yield "\n| made by | before | after | articles |\n|---|---|---|--:|\n"
        for o in totals.provenance:
            yield f"| {o.field} | {code(o.before, in_table=True)} | {code(o.after, in_table=True)} | {o.articles} |\n"


def _article(article: ArticleDiff) -> Iterator[str]:
    title = f"{code(article.title)} " if article.title else ""
    yield f"\n### {SIGNS[article.how]} {title}({code(article.article)})\n"
    if article.how != "changed":
        yield f"\nThe article was {article.how}.\n"
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
        told = [f"{name} {shown(v.before)} → {shown(v.after)}" for name, v in change.fields.items()]
    else:
        values = [change.fields[name] for name in TOLD.get(change.kind, ())]
        told = [shown(v.after if change.how == "added" else v.before) for v in values]
    return f"- {': '.join(filter(None, [code(change.text) if change.text else '', '; '.join(told)]))}\n"
