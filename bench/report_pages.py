"""How fast the report of many articles is written and opens, and what memory its writer takes.

    python bench/report_pages.py [ARTICLES]      500 by default; needs what `make test-browser` installs

The articles are the annotated ones; beyond their number they come again with some of their paragraphs left out.
"""

import json
import shutil
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from playwright.sync_api import sync_playwright

from pipeline.params import load_params
from pipeline.records.article_records import read_articles
from pipeline.records.pages import PAGE
from pipeline.report.drawn import draw_article
from pipeline.report.write import on_one_page, write_report
from pipeline.run.run_all import run_all

ROOT = Path(__file__).resolve().parents[1]
OUTLETS = ("The Record", "The Valley Post", "Metro Wire", "City Paper", "Plains Tribune", "The Globe", "Harbor Times")
TIMES = 5


def articles(count: int) -> Iterator[dict[str, Any]]:
    """Give as many articles as asked for, from few outlets, so that there is something to compare."""
    paths = sorted((ROOT / "annotations" / "articles").glob("*.txt"))
    listed = [json.loads(line) for line in (ROOT / "annotations" / "articles.jsonl").read_text().splitlines()]
    about = {a["id"]: a for a in listed}
    for n in range(count):
        again, at = divmod(n, len(paths))
        path = paths[at]
        lines = path.read_text(encoding="utf-8").split("\n")
        kept = [line for i, line in enumerate(lines) if not again or i % (again + 2)]
        published = about[path.stem]["published"]
        yield {
            "id": f"{path.stem}-{again}",
            "text": "\n".join(kept),
            "title": about[path.stem]["title"],
            "source": OUTLETS[n % len(OUTLETS)],
            "published": published,
        }


def opening(page: Any, path: Path) -> float:
    """Give the median time from the request to the painted page, in seconds."""
    found = []
    for _ in range(TIMES):
        start = perf_counter()
        page.goto(path.as_uri())
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        found.append(perf_counter() - start)
    return median(found)


def tell(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)  # noqa: T201


def main(count: int) -> None:
    """Print a line for each thing measured."""
    params = load_params(ROOT / "params.yaml")
    with TemporaryDirectory() as folder:
        source, out = Path(folder) / "articles.jsonl", Path(folder) / "out"
        source.write_text("".join(json.dumps(a) + "\n" for a in articles(count)), encoding="utf-8")
        start = perf_counter()
        run_all([str(source)], out, params)
        tell(f"run of {count} articles: {perf_counter() - start:.1f} s")
        start = perf_counter()
        write_report(out, params.report)
        tell(f"report written in {perf_counter() - start:.2f} s")
        one_page = on_one_page(count, params.report)
        kept = [draw_article(found, one_page) for found in read_articles(out)]
        start = perf_counter()
        write_report(out, params.report, kept)
        tell(f"and again from kept parts ({sum(map(len, kept)) / 1e6:.1f} MB) in {perf_counter() - start:.2f} s")
        tracemalloc.start()
        write_report(out, params.report)
        tell(f"peak of memory while writing: {tracemalloc.get_traced_memory()[1] / 1e6:.1f} MB")
        pages = sorted(
            (p for p in (out / "report").iterdir() if PAGE.fullmatch(p.name)), key=lambda path: path.stat().st_size
        )
        shown = [out / "report.html", *[p for p in [out / "report" / "corpus.html"] if p.exists()], *pages[-1:]]
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            for path in shown:
                name, size = path.relative_to(out), path.stat().st_size / 1e6
                tell(f"{name} ({size:.2f} MB) opens in {opening(page, path):.2f} s")
            browser.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
