"""Read many odd articles; see that each keeps every promise of the outputs and that every export can be read back.

Half are mutations of the seeds, half are made by Hypothesis; the same ones each time.

python bench/fuzz.py [HOW_MANY]
"""

import io
import json
import random
import sys
import time
import traceback
from collections import Counter
from multiprocessing import Pool
from pathlib import Path

import networkx
import pydot
from hypothesis import HealthCheck, Phase, given, seed, settings

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from invariants import broken  # noqa: E402 (lies in the folder that was just added)
from odd_articles import made_up, mutated  # noqa: E402

from pipeline import load  # noqa: E402
from pipeline.api import Argmap, Result  # noqa: E402
from pipeline.errors import InputError  # noqa: E402
from pipeline.export.formats import MAPS  # noqa: E402
from pipeline.text.checks import check_text  # noqa: E402

PROCESSES = 2
SLOW = 60  # seconds


def main(how_many: int) -> None:
    """Print the counts as JSON and each lost article to standard error; end with 1 where one was lost."""
    with Pool(PROCESSES) as pool:
        parts = pool.starmap(part, [(number, -(-how_many // PROCESSES)) for number in range(PROCESSES)])
    counts: Counter[str] = Counter({"survived": 0, "lost": 0})
    for found in parts:
        counts.update(found)
    print(json.dumps(dict(sorted(counts.items())), indent=1))  # noqa: T201
    sys.exit(counts["lost"] > 0)


def part(number: int, how_many: int) -> Counter[str]:
    """Do the share of one process."""
    argmap = load()
    counts: Counter[str] = Counter()
    texts = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("seeds/*.txt"))]
    draw = random.Random(number)  # noqa: S311 (the same articles each time)
    for n in range(how_many // 2):
        one(argmap, mutated(texts, draw), f"m{number}.{n}", counts)
    left = how_many - how_many // 2

    @seed(number)
    @settings(
        max_examples=left, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=HealthCheck
    )
    @given(made_up)
    def all_made_up(text: str) -> None:
        one(argmap, text, f"h{number}.{counts['tried']}", counts)

    all_made_up()
    return counts


def one(argmap: Argmap, text: str, name: str, counts: Counter[str]) -> None:
    """Read one article and count what came of it."""
    counts["tried"] += 1
    try:
        check_text(text, name, argmap.params.clean.max_chars)
    except InputError:
        counts["refused, as promised"] += 1
        return
    started = time.monotonic()
    try:
        found = argmap(text, name)
        faults = broken(found) + unreadable(found)
        counts["nodes"] += len(found.map.nodes) - 1
    except Exception:
        faults = [traceback.format_exc()]
    if time.monotonic() - started > SLOW:
        faults.append(f"took more than {SLOW} seconds")
    counts["lost" if faults else "survived"] += 1
    if faults:
        print(name, json.dumps(text), *faults, sep="\n", file=sys.stderr, flush=True)  # noqa: T201


def unreadable(found: Result) -> list[str]:
    """Name the exports of a map that do not come back whole."""
    size = len(found.map.nodes), len(found.map.edges)
    written = {name: form.dump(found) for name, form in MAPS.items()}
    graph = networkx.read_graphml(io.BytesIO(written["graphml"].encode()))
    (drawn,) = pydot.graph_from_dot_data(written["dot"]) or [None]
    whole = {
        "graphml": (graph.number_of_nodes(), graph.number_of_edges()) == size,
        "dot": drawn is not None and len(drawn.get_edges()) == size[1],
        "argdown": bool(written["argdown"]),
        **{name: bool(json.loads(written[name])) for name in ("aif", "xaif", "web-annotation")},
    }
    return [name for name, read in whole.items() if not read]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
