"""What each part of the argument map is worth: `python bench/linker.py` from the project's root, two minutes.

Writes the table of docs/maps.md: F1 of nodes, types and targets on the bench beside the checkout (empty where that folder is
absent), and types and targets in cross-validation over the annotated articles. Needs what `dvc repro` leaves in outputs/.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline.analysis.provenance import provenance_of
from pipeline.evaluation.argument import cross_validate_linker
from pipeline.graph.argued import ARGUMENTS, Lesson, learn
from pipeline.graph.build import build_map
from pipeline.graph.linker import Linker
from pipeline.params import Params, load_params
from pipeline.records.article_records import read_articles
from pipeline.records.jsonl import dump_line, read
from pipeline.run.run_all import run_all

DOCS = Path("docs/maps.md")
BENCH = Path("../shared/bench")
LESSONS = Path("outputs/intermediate") / ARGUMENTS


@dataclass(frozen=True)
class Variant:
    """A map builder that lacks something: other params, other lessons, weights left out."""

    name: str
    maps: dict[str, float]
    lessons: Callable[[Lesson], Lesson] = lambda lesson: lesson
    without: str | None = None  # matches the features left out


VARIANTS = (
    Variant("all", {}),
    Variant("every node a claim under the issue", {"premise_from": 1.0, "link_from": 1.0}),
    Variant("nodes by label alone", {"min_side": 0.5, "min_side_beside": 0.5}),
    Variant("nodes without regard to their neighbours", {"min_side_beside": 0.45}),
    Variant("claims lean on nothing", {"link_from": 0.5}),
    Variant("no restatements", {"restate_overlap": 1.0, "headline_overlap": 1.0}),
    Variant("types from adjudicated readings alone", {}, lessons=lambda lesson: replace(lesson, author=[])),
    Variant("types and targets as the author saw them", {}, lessons=lambda o: Lesson(o.article, o.author, o.author)),
    Variant("without words", {}, without=r"word |opens with"),
    Variant("without markers", {}, without=r"has |to verdict|to question|to conclusion|reason,|time,"),
    Variant("without speakers", {}, without=r".*(?:speaker|voice|run)"),
)


def main() -> None:
    """Print the table and put it into docs/maps.md."""
    params = load_params(Path("params.yaml"))
    lessons = list(read(LESSONS, Lesson, "train"))
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        if BENCH.exists():
            run_all([str(BENCH / "articles")], out, params)
        for variant in VARIANTS:
            rows.append(row(variant, lessons, params, out))
            print(rows[-1])  # noqa: T201
    head = "| | nodes F1 | type | target | both ends found | cross-validation: type | target |\n|---|---|---|---|---|---|---|\n"
    text = DOCS.read_text(encoding="utf-8")
    table = head + "".join(line + "\n" for line in rows)
    text = re.sub(r"(<!-- linker -->\n).*?(<!-- /linker -->)", lambda m: m[1] + table + m[2], text, flags=re.DOTALL)
    DOCS.write_text(text, encoding="utf-8")


def row(variant: Variant, lessons: list[Lesson], params: Params, out: Path) -> str:
    """Measure one variant."""
    own = params.model_copy(update={"maps": params.maps.model_copy(update=variant.maps)})
    learnt = [variant.lessons(lesson) for lesson in lessons]
    linker = Linker(*(_less(w, variant.without) for w in learn(learnt, own.train.linker_penalty)), sha256="")
    crossed = cross_validate_linker(learnt, own) if not variant.without else {}
    scores = bench_scores(linker, own, out) if BENCH.exists() else {}
    names = ("argument_f1", "argument_type_accuracy", "premise_target_accuracy")
    cells = [scores.get(n) for n in (*names, "premise_target_accuracy_where_both_ends_found")]
    cells += [crossed.get(n) for n in ("type_accuracy", "premise_target")]
    return f"| {variant.name} | " + " | ".join("" if c is None else f"{c:.3f}" for c in cells) + " |"


def _less(weights: dict[str, float], without: str | None) -> dict[str, float]:
    return {n: w for n, w in weights.items() if not (without and re.match(without, n))}


def bench_scores(linker: Linker, params: Params, out: Path) -> dict[str, Any]:
    """Draw the maps of a run anew and score them."""
    provenance = provenance_of(params, "", "")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(out, Path(folder) / "out"))
        with (copy / "maps.jsonl").open("w", encoding="utf-8") as lines:
            for a in read_articles(out):
                drawn = build_map(
                    a.article, a.sentences, a.stances, a.quotes, a.speakers, linker, params.maps, provenance
                )
                lines.write(dump_line(drawn) + "\n")
        command = [sys.executable, str(BENCH / "score_maps.py"), str(BENCH / "gold"), str(copy)]
        return dict(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))  # noqa: S603


if __name__ == "__main__":
    main()
