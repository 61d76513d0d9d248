"""Whether memory grows with the number of articles; renews a table of docs/scale.md.

python bench/memory.py            # 200 and 20,000 articles, some minutes; the machine need not be idle
python bench/memory.py 200 2000

Runs by two processes, without kept results, over articles cut after their third paragraph. The last two columns are
against the smallest run's.
"""

import sys
import tempfile
from pathlib import Path

from left import leave
from marked_tables import renew
from scale import DOCUMENT, Run, measured

PARAGRAPHS = 4  # the headline is the first
MEGA = 1024  # kB


def main(counts: list[int]) -> None:
    """Run, leave, renew."""
    with tempfile.TemporaryDirectory() as scratch:
        runs = [measured(Path(scratch), count, "local", "no-keep", PARAGRAPHS) for count in counts]
    few, many = runs[0], runs[-1]
    leave("memory", {"memory": max(many.driver / few.driver, many.worker / few.worker)})
    renew(DOCUMENT, "memory", table_of(runs))


def table_of(runs: list[Run]) -> list[str]:
    """Show every run."""
    lines = ["| articles | driver, MB | largest worker, MB | driver, ratio | worker, ratio |", "|---|---|---|---|---|"]
    few = runs[0]
    lines += [
        f"| {run.articles:,} | {run.driver / MEGA:.0f} | {run.worker / MEGA:.0f} "
        f"| {run.driver / few.driver:.2f} | {run.worker / few.worker:.2f} |"
        for run in runs
    ]
    return lines


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [200, 20000])
