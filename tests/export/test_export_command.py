"""`argmap export` itself: formats, one article to standard output, messages."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import load
from pipeline.export.formats import MAPS, TABLES
from pipeline.export.one import dump_one
from pipeline.params import Params
from pipeline.run.run_all import run_all

ARGMAP = str(Path(sys.executable).with_name("argmap"))
FORMATS = [*MAPS, *TABLES]


def export(*words: object) -> subprocess.CompletedProcess[str]:
    command = [ARGMAP, "export", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_every_format_is_listed_and_writes_its_files(run_on_seeds: Path, tmp_path: Path) -> None:
    assert [line.split()[0] for line in export("--list").stdout.splitlines()] == FORMATS
    for form in FORMATS:
        done = export(form, "--out", run_on_seeds, "--to", tmp_path / form)
        assert done.returncode == 0, done.stderr
        assert done.stdout == ""
        assert len(list((tmp_path / form).iterdir())) >= 6


def test_one_article_goes_to_standard_output(run_on_seeds: Path) -> None:
    article = json.loads((run_on_seeds / "maps.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    done = export("aif", "--out", run_on_seeds, "--article", article["article"])
    assert done.returncode == 0, done.stderr
    nodes = json.loads(done.stdout)["nodes"]
    assert [n["text"] for n in nodes if n["type"] == "I"] == [n["text"] for n in article["nodes"]]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["pdf"], "web-annotation"),
        (["aif", "--article", "nobody"], "articles.jsonl"),
        (["csv", "--article", "x"], "a file an article"),
        (["aif", "--article", "x", "--to", "y"], "--to"),
    ],
)
def test_wrong_usage_says_what_to_do(words: list[str], says: str, run_on_seeds: Path) -> None:
    done = export(*words, "--out", run_on_seeds)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_without_a_run_is_told(tmp_path: Path) -> None:
    done = export("dot", "--out", tmp_path, "--to", tmp_path / "to")
    assert done.returncode == 2
    assert "argmap clean" in done.stderr or "argmap sentences" in done.stderr
    assert not (tmp_path / "to" / "index.csv").exists()


def test_a_result_and_its_files_give_the_same_bytes(tmp_path: Path, params: Params) -> None:
    text = "Mayor Ana Ruiz said the sanctuary rule keeps families safe. Sheriff Tom Hale called it dangerous."
    (tmp_path / "a.txt").write_text(text)
    run_all([str(tmp_path / "a.txt")], tmp_path / "out", params)
    found = load()(text, article="a")
    for form in MAPS.values():
        assert dump_one(tmp_path / "out", "a", form) == form.dump(found)
