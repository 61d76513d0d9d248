"""A short table of what a run found."""

from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.table import Table

from pipeline.records import Actor, ArgumentMap, ClaimGroup, Entity, Failure, Quote, Sentence, Speaker
from pipeline.records.jsonl import is_stored, read


def summarize(out: Path) -> list[tuple[str, str]]:
    """Count the records of a run: (what, how many), in the order of the stages."""

    def count(name: str, kind: type[object], stage: str) -> str:
        return str(sum(1 for _ in read(out / f"{name}.jsonl", kind, stage)))

    claims: Counter[str] = Counter()
    articles = 0
    for found in read(out / "maps.jsonl", ArgumentMap, "maps"):
        claims.update({label: n for label, n in found.summary.claims.items() if n})
        articles += 1
    points = Counter(g.stance for g in read(out / "claims.jsonl", ClaimGroup, "corpus") if g.point)
    actors = several = flips = 0
    for actor in read(out / "actors.jsonl", Actor, "corpus"):
        actors += 1
        several += len({a.article for a in actor.appearances}) > 1
        flips += len(actor.flips)
    failures = out / "failures.jsonl"
    failed = sum(1 for _ in read(failures, Failure, "clean")) if is_stored(failures) else 0
    return [
        ("articles", str(articles)),
        *([("inputs that failed", f"{failed}, see failures.jsonl")] if failed else []),
        ("sentences", count("sentences", Sentence, "sentences")),
        ("entities", count("entities", Entity, "entities")),
        ("quotes", count("quotes", Quote, "quotes")),
        ("speakers", count("speakers", Speaker, "stance")),
        ("claims pro / anti", f"{claims['pro']} / {claims['anti']}"),
        ("points made pro / anti", f"{points['pro']} / {points['anti']}"),
        ("actors by name", f"{actors}, {several} of them in several articles"),
        ("their changes of side", str(flips)),
    ]


def print_summary(out: Path) -> None:
    """Print the counts and where the report is."""
    table = Table("found", "count", box=None)
    for what, how_many in summarize(out):
        table.add_row(what, how_many)
    console = Console()
    console.print(table)
    console.print(f"report: {out / 'report.html'}", soft_wrap=True)
