"""A run as a whole, in this process: what happens where the process that was started early is lost."""

import os
import signal
from pathlib import Path

import pytest

from pipeline.analysis.analyser import Analyser
from pipeline.corpus import helper
from pipeline.params import Params
from pipeline.run import early
from pipeline.run.options import RunOptions
from pipeline.run.run_all import run_all
from pipeline.run.worker import Worker

TEXTS = {
    "ash": "Mayor Ida Brandt said the sanctuary rule keeps families safe.",
    "elm": "“The sanctuary rule invites crime,” Sheriff Cole Mayhew said.",
    "oak": "Mayor Ida Brandt said the rule breaks no law, and Sheriff Cole Mayhew said it does.",
}


def files_of(out: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(out)): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and ".argmap" not in path.parts
    }


@pytest.mark.parametrize("at", ["join_names", "actor_lines"])
def test_a_helper_that_dies_is_done_without(
    at: str, tmp_path: Path, params: Params, analyser: Analyser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Worker, "_analyser", analyser)
    monkeypatch.setattr(early, "cores", lambda: 2)
    source = tmp_path / "in"
    source.mkdir()
    for name, text in TEXTS.items():
        (source / f"{name}.txt").write_text(text)
    run_all([str(source)], tmp_path / "out", params)
    (source / "fir.txt").write_text("Sheriff Cole Mayhew said the rule costs the town millions.")
    called = tmp_path / "called"

    def dies(_: object) -> None:
        called.touch()
        os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr(helper, at, dies)
    assert run_all([str(source)], tmp_path / "out", params).articles == 4
    run_all([str(source)], tmp_path / "fresh", params, options=RunOptions(keep=False))
    assert called.exists()
    assert files_of(tmp_path / "out") == files_of(tmp_path / "fresh")
    assert not (tmp_path / "out" / ".argmap" / "parts").exists()
