"""Training and evaluating on a few annotated articles, killed at any step."""

import json
import shutil
import signal
from pathlib import Path

import pytest

from faults.cases import Case
from faults.faulty import OK, ROOT, Fault, Server, files_of
from faults.series import ALL, Series

TRAIN = "train --annotations {texts} --model {{out}}/m.skops --linker {{out}}/l.json --examples {{out}}/e.jsonl"
EVALUATE = (
    "evaluate --gold {texts} --model {{out}}/m.skops --linker {{out}}/l.json --examples {{out}}/e.jsonl "
    "--metrics {{out}}/metrics --card {{out}}/card.json"
)


def annotated(folder: Path, train: int) -> Path:
    """Copy the annotations of some articles of the split train, and of one of the split test."""
    source = ROOT / "annotations"
    cards = [json.loads(line) for line in (source / "articles.jsonl").read_text().splitlines()]
    chosen = [c for c in cards if c["split"] == "train"][:train] + [c for c in cards if c["split"] == "test"][:1]
    folder.mkdir()
    (folder / "articles.jsonl").write_text("".join(json.dumps(card) + "\n" for card in chosen))
    for path in source.rglob("*.*"):
        if path.name == "phrases.tsv" or path.name.split(".")[0] in {card["id"] for card in chosen}:
            copy = folder / path.relative_to(source)
            copy.parent.mkdir(exist_ok=True)
            shutil.copy(path, copy)
    return folder


@pytest.fixture(scope="module")
def training(server: Server, tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    """Training once more on fewer articles, and evaluating what came of it."""
    folder = tmp_path_factory.mktemp("training")
    before = folder / "0"
    before.mkdir()
    cases = []
    for number, (command, count) in enumerate([(TRAIN, 8), (TRAIN, 7), *([(EVALUATE, 7)] if ALL else [])]):
        texts = folder / f"texts-{count}"
        words = tuple(command.format(texts=texts if texts.exists() else annotated(texts, count)).split())
        after = shutil.copytree(before, folder / str(number + 1))
        ended = Case("", words, before, {}).start(server, after)
        assert ended.code == OK, ended.said
        cases.append(Case(words[0], words, before, files_of(after)))
        before = after
    return cases[1:]


def test_training_and_evaluating_leave_whole_files(
    server: Server, training: list[Case], series: Series, out: Path
) -> None:
    for case in training:
        points = range(1, case.steps(server, out) + 1, 3 if case.name == "train" else 20)

        def trial(at: int, case: Case = case) -> str:
            return case.trial(server, out, Fault("kill", at), (-signal.SIGKILL,))

        series.go(f"kill -9 at a step: {case.name}", points, trial, sample=1)
