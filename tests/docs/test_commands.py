"""Every command and every piece of Python in the documents runs, in order, in a copy of the repository.

The copy has a run's outputs, and the files that the documents take for the reader's own (READERS).
`pytest tests/docs --renew` writes into the pages what the blocks print now. After a retraining they print something else; until
they are renewed the blocks of a page that names its model are run, but not compared.
"""

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
from contextlib import chdir, redirect_stdout
from pathlib import Path
from typing import Any

import pytest
from doc_blocks import Block, blocks_of, fits, pages

ROOT = Path(__file__).resolve().parents[2]
PARTS = ["annotations", "bench", "docs", "metrics", "models", "pipeline", "seeds", "tests"]
FILES = ["README.md", "params.yaml", "dvc.yaml", "dvc.lock", "pyproject.toml", ".gitignore"]
ARTICLE = """Harlow council votes to keep its sanctuary rule

The Harlow city council voted 6 to 3 on Monday to keep the ordinance that bars police from asking about immigration status.

“When victims are afraid to call us, criminals go free,” said police chief Irene Castellan, who asked the council to keep it.

Councilman Roy Detter said the ordinance protects criminals and puts families in danger.
"""
READERS = {
    "my-articles/harlow.txt": ARTICLE,
    "my-article.txt": ARTICLE,
    "more.jsonl": '{"id": "larkin", "text": "Sheriff Lou Ambers said the county will not honor detainers without a warrant."}\n',
}
MODEL = hashlib.sha256((ROOT / "models" / "stance.skops").read_bytes()).hexdigest()[:12]
PRINTED_WITH = re.compile(r"<!-- printed with the model (\w+) -->")
RUNNING = [page for page in pages(ROOT) if any(b.runs for b in blocks_of(page.read_text(encoding="utf-8")))]
RUNNING.sort(key=lambda page: page.name == "extending.md")  # last, as it changes the package
SECONDS = 300  # a machine may be busy; only what hangs is stopped


@pytest.fixture(scope="module")
def copy(run_on_seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copy") / "argmap"
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    for file in FILES:
        shutil.copy(ROOT / file, folder / file)
    for name in ("outputs", "before", "after"):
        shutil.copytree(run_on_seeds, folder / name)
    for name, text in READERS.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / ".venv").symlink_to(sys.prefix)
    return folder


@pytest.fixture(scope="module")
def renew(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--renew", default=False))


@pytest.mark.parametrize("page", RUNNING, ids=lambda page: page.name)
def test_every_block_runs_and_prints_what_the_page_shows(page: Path, copy: Path, renew: bool) -> None:
    text = renewed = page.read_text(encoding="utf-8")
    retrained = any(model != MODEL for model in PRINTED_WITH.findall(text))
    names: dict[str, Any] = {}
    for block in blocks_of(text):
        if not block.runs:
            continue
        printed = in_shell(block, copy) if block.language == "sh" else in_python(block, copy, names)
        if block.shown is None or fits(block.shown.text, printed):
            continue
        assert renew or retrained, (
            f"line {block.shown.line} does not show what is printed (--renew mends it):\n{printed}"
        )
        renewed = with_shown(renewed, block, printed)
    if renew:
        page.write_text(PRINTED_WITH.sub(f"<!-- printed with the model {MODEL} -->", renewed), encoding="utf-8")
    elif renewed != text:
        pytest.skip("retrained since: `pytest tests/docs --renew` shows what is printed now")


def with_shown(page: str, block: Block, printed: str) -> str:
    assert block.shown is not None
    place = f"{block.text}```\n\n```text\n"
    lines = "".join(line.rstrip() + "\n" for line in printed.splitlines())
    assert page.count(place + block.shown.text) == 1
    return page.replace(place + block.shown.text, place + lines)


def in_shell(block: Block, copy: Path) -> str:
    if "jq " in block.text and shutil.which("jq") is None:
        pytest.skip("needs jq")
    bin_ = str(Path(sys.executable).parent)
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", block.text],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy), "PATH": f"{bin_}:{os.environ['PATH']}", "COLUMNS": "100"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, f"line {block.line}:\n{block.text}\n{done.stdout}"
    return done.stdout


def in_python(block: Block, copy: Path, names: dict[str, Any]) -> str:
    printed = io.StringIO()
    with chdir(copy), redirect_stdout(printed):
        exec(compile(block.text, f"line {block.line}", "exec"), names)  # noqa: S102 (the project's own pages)
    return printed.getvalue()
