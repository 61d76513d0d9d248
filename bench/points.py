"""How well the code book finds the points of sentences: `python bench/points.py` from the project's root, a second.

Compares pipeline/corpus/points.tsv with annotations/points.tsv, whose sentences were labelled by one reader before the
patterns were run on them. The patterns may be mended on the rows `write`; those marked `figure` only give the figures.
`--missed` lists what differs in the rows `write`.
"""

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from pipeline.corpus.code_book import shipped_book

FOLDER = Path("annotations")
Counts = Counter[str]


def main() -> None:
    """Print precision, recall and coverage by part."""
    origin = {c["id"]: c["origin"] for c in map(json.loads, (FOLDER / "articles.jsonl").open(encoding="utf-8"))}
    parts: dict[str, Counts] = defaultdict(Counter)
    for line in (FOLDER / "points.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        article, start, end, use, points = line.split("\t")
        text, side = _row(article, int(start), int(end), seed=origin[article] == "real")
        wanted, found = set(points.split()) - {"-"}, set(shipped_book().points_of(text, side))
        part = "seeds" if origin[article] == "real" else f"authored, {use}"
        counts = {"rows": 1, "right": len(wanted & found), "found": len(found), "wanted": len(wanted)}
        counts |= {"with a point": bool(found), "labelled": bool(wanted)}
        counts["false without a point"] = bool(found and not wanted)
        parts[part].update(counts)
        if use == "write" and "--missed" in sys.argv and wanted != found:
            print(side, sorted(wanted), sorted(found), text)  # noqa: T201
    for part, c in sorted(parts.items()):
        precision, recall = c["right"] / c["found"], c["right"] / c["wanted"]
        share, labelled = c["with a point"] / c["rows"], c["labelled"] / c["rows"]
        print(  # noqa: T201
            f"{part}: {c['rows']} sentences, precision {precision:.2f}, recall {recall:.2f}, "
            f"with a point {share:.2f} (labelled {labelled:.2f})"
        )


def _row(article: str, start: int, end: int, *, seed: bool) -> tuple[str, str]:
    """Give a sentence and its adjudicated stance."""
    text = (Path("seeds") if seed else FOLDER / "articles") / f"{article}.txt"
    for line in (FOLDER / "adjudicated" / f"{article}.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        if (row["start"], row["end"]) == (start, end):
            return text.read_text(encoding="utf-8")[start:end], row["stance"]
    sys.exit(f"{article}: no row {start}-{end}: correct annotations/points.tsv")


if __name__ == "__main__":
    main()
