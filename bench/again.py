"""What a run costs where nearly nothing is new, and `dvc repro` where nothing is.

python bench/again.py [ARTICLES]      # 2,000; some minutes, needs an idle machine; leaves its figures for bench/results.py
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from left import leave
from many_articles import articles

ROOT = Path(__file__).resolve().parents[1]
BIN = ROOT / ".venv/bin"
ROUNDS = 7  # pairs; a machine that others use too swings by a third


def timed(*command: object, cwd: Path = ROOT) -> float:
    """Run a command; give its seconds."""
    start = time.perf_counter()
    subprocess.run([str(word) for word in command], check=True, capture_output=True, cwd=cwd)  # noqa: S603
    return time.perf_counter() - start


def new_article(scratch: Path, count: int) -> tuple[list[float], list[float]]:
    """Time one new article among many, and one alone."""
    *many, last = [json.dumps(article, ensure_ascii=False) + "\n" for article in articles(count + ROUNDS)][: count + 1]
    source, one, out = scratch / "many.jsonl", scratch / "one.jsonl", scratch / "out"
    source.write_text("".join(many), encoding="utf-8")
    print("all:", timed(BIN / "argmap", "run", source, "--out", out), flush=True)  # noqa: T201
    together, alone = [], []
    for n in range(ROUNDS):
        new = last.replace('"made-', f'"new-{n}-made-', 1)
        one.write_text(new, encoding="utf-8")
        together.append(timed(BIN / "argmap", "run", source, one, "--out", out))
        alone.append(timed(BIN / "argmap", "run", one, "--out", scratch / f"alone{n}"))
    return together, alone


def repro(scratch: Path) -> tuple[list[float], list[float]]:
    """Time `dvc repro` without news, and on an empty pipeline."""
    timed("git", "init", "-q", cwd=scratch)
    timed(BIN / "dvc", "init", "-q", cwd=scratch)
    for option in ("analytics", "check_update"):
        timed(BIN / "dvc", "config", f"core.{option}", "false", cwd=scratch)
    (scratch / "dvc.yaml").write_text("stages: {}\n", encoding="utf-8")
    timed(BIN / "dvc", "repro")
    pairs = [(timed(BIN / "dvc", "repro"), timed(BIN / "dvc", "repro", cwd=scratch)) for _ in range(2 * ROUNDS)]
    return [ours for ours, _ in pairs], [floor for _, floor in pairs]


def main(count: int) -> None:
    """Time, print, leave."""
    with tempfile.TemporaryDirectory() as folder:
        ours, floor = repro(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        together, alone = new_article(Path(folder), count)
    print({"repro": ours, "empty": floor, "new among many": together, "alone": alone})  # noqa: T201
    leave(
        "again",
        {
            "repro": statistics.median(a / b for a, b in zip(ours, floor, strict=True)),
            "new_article": statistics.median(a / b for a, b in zip(together, alone, strict=True)),
            "new_article_seconds": statistics.median(together),
            "alone_seconds": statistics.median(alone),
        },
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
