"""A short table of what a run found."""

from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.table import Table

from pipeline.records import ArgumentMap, Entity, Quote, Sentence, Speaker
from pipeline.records.jsonl import read


def summarize(out: Path) -> list[tuple[str, str]]:
    """Count the records of a run: (what, how many), in the order of the stages."""

    def count(name: str, kind: type[object], stage: str) -> str:
        return str(sum(1 for _ in read(out / f"{name}.jsonl", kind, stage)))

    claims: Counter[str] = Counter()
    articles = 0
    for found in read(out / "maps.jsonl", ArgumentMap, "maps"):
        claims.update({label: n for label, n in found.summary.claims.items() if n})
        articles += 1
    return [
        ("articles", str(articles)),
        ("sentences", count("sentences", Sentence, "sentences")),
        ("entities", count("entities", Entity, "entities")),
        ("quotes", count("quotes", Quote, "quotes")),
        ("speakers", count("speakers", Speaker, "stance")),
        ("claims pro / anti", f"{claims['pro']} / {claims['anti']}"),
    ]


def print_summary(out: Path) -> None:
    """Print the counts and where the report is."""
    table = Table("found", "count", box=None)
    for what, how_many in summarize(out):
        table.add_row(what, how_many)
    console = Console()
    console.print(table)
    console.print(f"report: {out / 'report.html'}", soft_wrap=True)
