"""Errors of attribution by family: `python bench/families.py` from the project's root, a minute.

Counts on PolNeAR's development split (../shared/bench, measured only) what is missed and what is false, and rewrites the
tables of docs/attribution.md; without that folder it says so and leaves them alone.
"""

import importlib.util
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from ablation import put

from pipeline.analysis.analyser import Analyser, Analysis
from pipeline.analysis.intake import clean_article
from pipeline.params import load_params
from pipeline.quotes.gather import gather
from pipeline.quotes.grow import repair
from pipeline.quotes.speech import marked
from pipeline.quotes.tree import from_doc
from pipeline.text.read import read_inputs

SPLIT = Path("../shared/bench/polnear")
DOCS = Path("docs/attribution.md")
FOUND = 0.5  # overlap from which a content counts as found
TOUCHED = 0.2
INSIDE = 0.8
KINDS = ("direct", "mixed", "indirect")


def main() -> None:
    """Count and rewrite."""
    if not SPLIT.exists():
        sys.exit(f"{SPLIT} is missing: the tables of {DOCS} stay as they are")
    score = _module(SPLIT / "score.py")
    missed: Counter[tuple[str, str]] = Counter()
    false: Counter[str] = Counter()
    sure: dict[int, list[tuple[float, bool]]] = defaultdict(list)  # by tenth of the confidence
    for found, gold in _articles():
        tokens = score.Tokens(found.article.text)
        truths = [tokens.of(a["content"]) for a in gold]
        given = [tokens.of([list(part) for part in q.content]) for q in found.quotes]
        pairs = score.match(truths, given)
        right = {i: j for i, j, x in pairs if x >= FOUND}
        best = {i: x for i, j, x in pairs}
        candidates = [tokens.of(parts) for parts in _candidates(found)]
        for i, truth in enumerate(truths):
            if i not in right:
                near = max((score.jaccard(truth, c) for c in candidates), default=0.0)
                missed[_family(near, best.get(i, 0.0)), gold[i]["type"]] += 1
        touched = {j for _, j, _ in pairs}
        for j, mine in enumerate(given):
            confidence = found.quotes[j].confidence
            sure[int(confidence * 10)].append((confidence, j in right.values()))
            if j not in right.values():
                inside = max((len(mine & t) / max(1, len(mine)) for t in truths), default=0.0)
                false[
                    "a piece of a longer attribution"
                    if inside >= INSIDE
                    else "overlaps one in part"
                    if j in touched
                    else "nothing is said there"
                ] += 1
    families = (
        "no candidate",
        "a candidate was found, another or none was chosen",
        "content cut too short or too long",
    )
    lines = ["| missed | direct | mixed | indirect | all |", "|---|---|---|---|---|"]
    lines += [_line(name, [missed[name, kind] for kind in KINDS]) for name in families]
    lines.append(_line("all", [sum(missed[name, kind] for name in families) for kind in KINDS]))
    lines += ["", "| false | all |", "|---|---|"]
    lines += [f"| {name} | {n} |" for name, n in sorted(false.items(), key=lambda pair: pair[1])]
    lines.append(f"| all | {false.total()} |")
    put(DOCS, "families", lines)
    put(DOCS, "confidence", list(_calibration(sure)))


def _calibration(sure: dict[int, list[tuple[float, bool]]]) -> Iterator[str]:
    """Give the table of confidence against the share that is right, with the mean gap in its last row."""
    yield "| confidence | attributions | mean confidence | right |"
    yield "|---|---|---|---|"
    gap = 0.0
    for tenth, pairs in sorted(sure.items()):
        given, right = (sum(column) for column in zip(*pairs, strict=True))
        gap += abs(given - right)
        yield f"| from .{tenth} | {len(pairs)} | {given / len(pairs):.2f} | {right / len(pairs):.2f} |"
    count = sum(map(len, sure.values()))
    yield f"| mean gap | {count} | | {gap / count:.3f} |"


def _articles() -> Iterator[tuple[Analysis, list[dict[str, Any]]]]:
    params = load_params(Path("params.yaml"))
    gold = {r["id"]: r["attributions"] for r in map(json.loads, (SPLIT / "dev.jsonl").open(encoding="utf-8"))}
    raws = [r for r in read_inputs([str(SPLIT / "texts/dev")], params.clean.max_chars) if hasattr(r, "text")]
    for found in Analyser(params)(clean_article(raw, None) for raw in raws):
        yield found, gold[found.article.id]


def _candidates(found: Analysis) -> Iterator[list[list[int]]]:
    tree = from_doc(found.doc)
    marks = marked(tree)
    for candidate in gather(tree, marks):
        parts = [list(tree.chars(*part)) for part in repair(tree, candidate, marks)]
        if parts:
            yield parts


def _family(candidate: float, given: float) -> str:
    if candidate >= FOUND:
        return "a candidate was found, another or none was chosen"
    return "content cut too short or too long" if given >= TOUCHED else "no candidate"


def _line(name: str, counts: list[int]) -> str:
    return f"| {name} | {' | '.join(map(str, counts))} | {sum(counts)} |"


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
