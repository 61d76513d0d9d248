"""The real command on real runs."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.params import Params, load_params
from pipeline.run.run_all import run_all

ROOT = Path(__file__).resolve().parents[2]
ARGMAP = str(Path(sys.executable).with_name("argmap"))


def argmap(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([ARGMAP, "diff", *map(str, words)], capture_output=True, text=True, check=False)


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def found(*words: object) -> dict[str, Any]:
    done = argmap(*words, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@pytest.fixture(scope="module")
def other_settings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run on the seeds that leans to neutral."""
    folder = tmp_path_factory.mktemp("settings")
    params = (ROOT / "params.yaml").read_text("utf-8").replace("neutral_offset: 0.4", "neutral_offset: 1.5")
    (folder / "params.yaml").write_text(params, "utf-8")
    run_all([str(ROOT / "seeds")], folder / "out", load_params(folder / "params.yaml"))
    return folder / "out"


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory, params: Params) -> Callable[[str, str], Path]:
    """Run on one article, with a part of its text replaced."""

    def run(old: str, new: str) -> Path:
        folder = tmp_path_factory.mktemp("edited")
        text = (
            "Mayor Ana Ruiz said the rule keeps families safe.\n\nThe council meets on Monday.\n\n"
            "Sheriff Bo Tran said the sanctuary rule shields dangerous criminals.\n"
        )
        (folder / "in").mkdir()
        (folder / "in" / "harbor.txt").write_text(text.replace(old, new), "utf-8")
        run_all([str(folder / "in")], folder / "out", params)
        return folder / "out"

    return run


def test_other_settings_of_stance_turn_the_labels_that_the_files_say(run_on_seeds: Path, other_settings: Path) -> None:
    answer = found(run_on_seeds, other_settings)
    before, after = ({s["sentence"]: s for s in lines(p / "stances.jsonl")} for p in (run_on_seeds, other_settings))
    texts = {s["id"]: s["text"] for s in lines(run_on_seeds / "sentences.jsonl")}
    expected = sorted(
        (texts[s], old["label"], after[s]["label"], old["scores"]["pro"], after[s]["scores"]["pro"])
        for s, old in before.items()
        if old["label"] != after[s]["label"]
    )
    told = sorted(
        (c["text"], c["fields"]["label"]["before"], c["fields"]["label"]["after"],
         c["fields"]["scores"]["before"]["pro"], c["fields"]["scores"]["after"]["pro"])
        for a in answer["articles"] for c in a["changes"] if "label" in c["fields"] and c["kind"] == "label"
    )  # fmt: skip
    assert told == expected != []
    assert sum(turn["sentences"] for turn in answer["turns"]) == len(expected)
    assert [o["field"] for o in answer["provenance"]] == ["params_sha256"]
    assert {c["kind"] for a in answer["articles"] for c in a["changes"]} <= {"label", "speaker", "node", "edge", "map"}


def test_figures_are_those_of_the_files(run_on_seeds: Path, other_settings: Path) -> None:
    figures = {f["name"]: (f["before"], f["after"]) for f in found(run_on_seeds, other_settings)["figures"]}
    for label in ("pro", "anti", "neutral"):
        counts = [sum(s["label"] == label for s in lines(p / "stances.jsonl")) for p in (run_on_seeds, other_settings)]
        assert figures[f"{label} sentences"] == tuple(counts)
        claims = [sum(m["summary"]["claims"][label] for m in lines(p / "maps.jsonl")) for p in (run_on_seeds, other_settings)]  # fmt: skip
        assert figures[f"{label} claims"] == tuple(claims)


def test_an_edited_sentence_is_the_only_one_that_changed(edited: Callable[[str, str], Path]) -> None:
    answer = found(edited("", ""), edited("on Monday", "again on Tuesday night"))
    (article,) = answer["articles"]
    sentences = [(c["how"], c["text"]) for c in article["changes"] if c["kind"] == "sentence"]
    assert sentences == [
        ("added", "The council meets again on Tuesday night."),
        ("removed", "The council meets on Monday."),
    ]
    assert not [c for c in article["changes"] if c["kind"] in ("quote", "speaker") and c["how"] != "changed"]
    (text,) = [c["fields"]["text"] for c in article["changes"] if c["kind"] == "article"]
    assert (text["before"][-1], text["after"][-1]) == ("on Monday.", "again on Tuesday night.")


def test_exit_codes_are_those_of_git_diff(run_on_seeds: Path, other_settings: Path) -> None:
    assert argmap(run_on_seeds, other_settings).returncode == 0
    assert argmap(run_on_seeds, other_settings, "--exit-code").returncode == 1
    assert argmap(run_on_seeds, run_on_seeds, "--exit-code").returncode == 0
    assert "with 0 whenever" in argmap("--help").stdout


def test_markdown_goes_to_a_file_or_to_standard_output(
    run_on_seeds: Path, other_settings: Path, tmp_path: Path
) -> None:
    printed = argmap(run_on_seeds, other_settings).stdout
    assert printed.startswith("## What changed\n")
    done = argmap(run_on_seeds, other_settings, "--output", tmp_path / "new" / "changes.md")
    assert done.stdout == ""
    assert done.stderr == f"diff: changes -> {tmp_path / 'new' / 'changes.md'}\n"
    assert (tmp_path / "new" / "changes.md").read_text("utf-8") == printed


@pytest.mark.parametrize("words", [("no-such-folder", "seeds"), ("seeds", "no-such-folder")])
def test_what_cannot_be_compared_ends_with_2_and_leaves_the_page_alone(
    words: tuple[str, str], run_on_seeds: Path, tmp_path: Path
) -> None:
    page = tmp_path / "changes.md"
    page.write_text("before")
    folders = [run_on_seeds if word == "seeds" else tmp_path / word for word in words]
    done = argmap(*folders, "--output", page)
    assert done.returncode == 2
    assert "articles.jsonl is missing, as is its folder" in done.stderr
    assert "give the folder that `argmap run --out` wrote" in done.stderr
    assert "Traceback" not in done.stderr
    assert page.read_text() == "before"


def test_a_folder_whose_name_begins_with_a_dash_is_no_option(run_on_seeds: Path) -> None:
    done = argmap("--", "--json", run_on_seeds)
    assert done.returncode == 2
    assert "--json/articles.jsonl" in done.stderr
