"""One run with a clock on its serial parts: `python bench/timed_run.py INPUT OUT local|ray keep|no-keep` prints JSON."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import pipeline.run.driver as module
from pipeline.analysis.duplicates import DuplicateIndex
from pipeline.analysis.intake import Intake
from pipeline.corpus.gather import Gathered
from pipeline.params import load_params
from pipeline.report.write import Report
from pipeline.resources import shipped
from pipeline.run import ray_engine
from pipeline.run.finish import Strung
from pipeline.run.options import RunOptions
from pipeline.run.run_all import run_all

seconds: Counter[str] = Counter()
sizes: Counter[str] = Counter()


def clocked(owner: Any, function: str, name: str, before: Callable[[], None] = lambda: None) -> None:
    """Add up the seconds of a function under a name."""
    inner = getattr(owner, function)

    def outer(*words: Any, **options: Any) -> Any:
        before()
        start = perf_counter()
        try:
            return inner(*words, **options)
        finally:
            seconds[name] += perf_counter() - start

    setattr(owner, function, outer)


def waited(work: Callable[..., Iterator[Path | None]]) -> Callable[..., Iterator[Path | None]]:
    """Add up how long the driver waits for workers."""

    def outer(*words: Any) -> Iterator[Path | None]:
        inner = work(*words)
        start = perf_counter()
        for done in inner:
            seconds["wait"] += perf_counter() - start
            yield done
            start = perf_counter()
        seconds["wait"] += perf_counter() - start

    return outer


def size_of(folder: Path) -> int:
    """Count the bytes of a folder's files, whole blocks as the disk gives them."""
    return sum(path.stat().st_blocks * 512 for path in folder.rglob("*") if path.is_file())


def main(source: str, out: Path, engine: str, keep: str) -> None:
    """Run, and print what was counted."""

    def weigh() -> None:
        sizes["parts"] = size_of(out / ".argmap/parts")
        sizes["kept"] = size_of(out / ".argmap/cache")

    clocked(Intake, "add_all", "read")
    clocked(DuplicateIndex, "original_of", "near-copies")
    clocked(ray_engine, "write_input", "inputs")
    module._work = waited(module._work)  # type: ignore[assignment]
    clocked(Strung, "write", "work")  # workers, and the driver that strings together what is done
    clocked(Gathered, "add", "gather")
    clocked(Report, "add", "pages")
    clocked(module, "write_gathered", "corpus", weigh)
    clocked(Report, "write", "report")
    start = perf_counter()
    options = RunOptions(engine=engine, keep=keep == "keep")  # type: ignore[arg-type]
    run_all([source], out, load_params(shipped("params.yaml")), options=options)
    seconds["all"] = perf_counter() - start
    seconds["string"] = seconds["work"] - sum(seconds[n] for n in ("wait", "near-copies", "gather", "pages"))
    seconds["corpus"] += seconds["gather"]
    seconds["report"] += seconds["pages"]
    seconds["work"] -= seconds["inputs"]
    json.dump({"seconds": seconds, "sizes": sizes}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3], sys.argv[4])
