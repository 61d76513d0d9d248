"""How many articles one machine works, with how much memory and disk; renews the tables of docs/scale.md.

python bench/scale.py                 # 200 and 2,000 articles, Ray at 200; needs an idle machine, about four minutes
python bench/scale.py 200 2000 20000  # half an hour more

Runs without kept results, but for one of the smallest size. The last column of the first table is each run's memory
against the smallest run's.
"""

import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import zstandard
from left import leave
from many_articles import articles
from marked_tables import renew

ROOT = Path(__file__).resolve().parents[1]
DOCUMENT = ROOT / "docs/scale.md"
SERIAL = {
    "read": "reading and sorting the inputs",
    "inputs": "writing the jobs' inputs (Ray alone)",
    "near-copies": "near-copies",
    "string": "stringing the parts together",
    "corpus": "claims, actors, outlets",
    "report": "the report",
}
MILLION = 1_000_000
MANY = 10 * MILLION
CLUSTERS = (1, 2), (1, 16), (4, 16), (16, 16)  # machines, cores each


@dataclass
class Run:
    """What one run took."""

    articles: int
    engine: str
    keep: str
    seconds: dict[str, float]
    sizes: dict[str, int]
    driver: int
    worker: int
    workers: int

    def rate(self, part: str) -> float:
        """Give articles a second of a part of the run."""
        return self.articles / max(self.seconds.get(part, 0.0), 1e-9)


def main(counts: list[int]) -> None:
    """Run, print, renew."""
    runs: list[Run] = []
    with tempfile.TemporaryDirectory() as scratch:
        runs += [measured(Path(scratch), count, "local", "no-keep") for count in counts]
        runs.append(measured(Path(scratch), counts[0], "local", "keep"))
        runs.append(measured(Path(scratch), counts[0], "ray", "no-keep"))
    largest, ray = runs[len(counts) - 1], runs[-1]
    few, many = runs[0], runs[len(counts) - 1]
    leave("scale", {"memory": max(many.driver / few.driver, many.worker / few.worker)})
    renew(DOCUMENT, "runs", table_of(runs))
    renew(DOCUMENT, "million", million(largest))
    renew(DOCUMENT, "serial", serial(largest, ray))
    renew(DOCUMENT, "cluster", cluster(largest, ray))


def measured(scratch: Path, count: int, engine: str, keep: str, paragraphs: int | None = None) -> Run:
    """Run once, looking at the memory of its processes; `paragraphs` cuts the articles."""
    source, out = scratch / "many.jsonl", scratch / "out"
    with open(source, "w", encoding="utf-8") as lines:
        for article in articles(count):
            text = "\n\n".join(article["text"].split("\n\n")[:paragraphs])
            lines.write(json.dumps(article | {"text": text}, ensure_ascii=False) + "\n")
    command = [sys.executable, ROOT / "bench/timed_run.py", source, out, engine, keep]
    started = subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE, cwd=ROOT)  # noqa: S603
    peaks: dict[int, int] = {}
    working: set[int] = set()
    while started.poll() is None:
        for pid, name in below(started.pid):
            peaks[pid] = max(peaks.get(pid, 0), peak_of(pid))
            if pid != started.pid and (engine == "local" or "MapWorker" in name):
                working.add(pid)
        time.sleep(0.2)
    if started.returncode or started.stdout is None:
        raise SystemExit(f"the run of {count} articles by {engine} failed")
    found: dict[str, Any] = json.load(started.stdout)
    sizes = found["sizes"] | outputs_of(out)
    run = Run(
        count, engine, keep, found["seconds"], sizes, peaks[started.pid], max(peaks[p] for p in working or {started.pid}), len(working),
    )  # fmt: skip
    print(run, flush=True)  # noqa: T201
    subprocess.run(["rm", "-r", str(out)], check=True)  # noqa: S603, S607
    return run


def below(top: int) -> list[tuple[int, str]]:
    """List a process and all that it started, with their names."""
    parents: dict[int, tuple[int, str]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            name = (folder / "cmdline").read_bytes().decode(errors="replace")
        except OSError:
            continue
        parents[int(folder.name)] = int(fields[1]), name
    found = [top] if top in parents else []
    for pid in found:
        found += [child for child, (parent, _) in parents.items() if parent == pid]
    return [(pid, parents[pid][1]) for pid in found]


def peak_of(pid: int) -> int:
    """Give the most memory a process ever had, in kB."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)


def outputs_of(out: Path) -> dict[str, int]:
    """Count the bytes of the JSON Lines, of the same packed, and of the report."""
    found = {"lines": 0, "packed": 0, "report": 0}
    for path in out.rglob("*"):
        if ".argmap" in path.parts or not path.is_file():
            continue
        if path.suffix == ".jsonl":
            found["lines"] += path.stat().st_size
            with open(path, "rb") as plain, open("/dev/null", "wb") as nowhere:
                found["packed"] += zstandard.ZstdCompressor(3).copy_stream(plain, nowhere)[1]
        else:
            found["report"] += path.stat().st_size
    return found


def table_of(runs: list[Run]) -> list[str]:
    """Show every run."""
    lines = [
        "| articles | engine | kept results | seconds | articles a second | the same while working | driver, MB | largest worker, MB | against the smallest run |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    first = runs[0]
    for run in runs:
        more = f"{run.driver / first.driver:.2f}, {run.worker / first.worker:.2f}" if run.engine == "local" else ""
        lines.append(
            f"| {run.articles:,} | {run.engine}, {run.workers or 1} workers | {'yes' if run.keep == 'keep' else 'no'} | {run.seconds['all']:.0f} "
            f"| {run.rate('all'):.1f} | {run.rate('work'):.1f} | {run.driver / 1024:.0f} | {run.worker / 1024:.0f} | {more} |"
        )
    return lines


def million(run: Run) -> list[str]:
    """Show what a million articles cost on this machine."""
    giga = {name: size / run.articles * MILLION / 1e9 for name, size in run.sizes.items()}
    return [
        f"| a million articles, from the run of {run.articles:,} | |",
        "|---|---|",
        f"| hours, {run.workers or 1} workers | {MILLION / run.rate('all') / 3600:.1f} |",
        f"| outputs as JSON Lines, GB | {giga['lines']:.1f} |",
        f"| the same with `--compress zst`, GB | {giga['packed']:.1f} |",
        f"| report, GB | {giga['report']:.1f} |",
        f"| parts while it runs, GB | {giga['parts']:.1f} |",
    ]


def serial(run: Run, ray: Run) -> list[str]:
    """Show what the driver does alone."""
    lines = [f"| part | articles a second | minutes for {MANY:,} |", "|---|---|---|"]
    for part, name in SERIAL.items():
        rate = rate_of(part, run, ray)
        lines.append(f"| {name} | {rate:,.0f} | {MANY / rate / 60:.0f} |")
    lines.append(f"| for comparison: one worker | {per_worker(run):.1f} | {MANY / per_worker(run) / 60:,.0f} |")
    return lines


def rate_of(part: str, run: Run, ray: Run) -> float:
    """Give the rate of a serial part; only Ray's run has inputs of jobs."""
    return (ray if part == "inputs" else run).rate(part)


def per_worker(run: Run) -> float:
    """Give articles a second of one worker."""
    return run.rate("work") / (run.workers or 1)


def cluster(run: Run, ray: Run) -> list[str]:
    """Work out hours for ten million articles."""
    alone = sum(MANY / rate_of(part, run, ray) for part in SERIAL) / 3600
    lines = ["| machines × cores | hours of workers | hours of the driver | sum, at most |", "|---|---|---|---|"]
    for machines, cores in CLUSTERS:
        together = MANY / (machines * cores * per_worker(run)) / 3600
        lines.append(f"| {machines} × {cores} | {together:.1f} | {alone:.1f} | {together + alone:.1f} |")
    return lines


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [200, 2000])
