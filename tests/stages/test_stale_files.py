"""Files of an earlier run beside new ones: an error that names the stage to run again, never a silent loss."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import ArgmapError, MissingArtifactError
from pipeline.params import Params
from pipeline.resources import shipped
from pipeline.stages import clean, corpus, entities, maps, quotes, report, sentences, stance

MODEL, LINKER = shipped("models/stance.skops"), shipped("models/linker.json")
STAGES: dict[str, Callable[[Path, Params], object]] = {
    "sentences": sentences.run,
    "entities": entities.run,
    "quotes": quotes.run,
    "stance": lambda out, params: stance.run(out, MODEL, params),
    "maps": lambda out, params: maps.run(out, MODEL, LINKER, params),
    "corpus": corpus.run,
    "report": report.run,
}
GOOD = "Mayor Ana Ruiz said the sanctuary rule keeps families safe. She left."


def cleaned(folder: Path, out: Path, params: Params, **texts: str) -> None:
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    clean.run([str(folder)], out, params, print)


@pytest.fixture(scope="module")
def whole_run(tmp_path_factory: pytest.TempPathFactory, params: Params) -> Path:
    out = tmp_path_factory.mktemp("run") / "out"
    cleaned(out.with_name("in"), out, params, m=GOOD)
    for run in STAGES.values():
        run(out, params)
    return out


NAMES = list(STAGES)
# Another article before the old one and after it; another text of the same id shows in parses and numbers of sentences.
CASES = [(texts, name) for texts in ({"a": GOOD}, {"z": GOOD}) for name in NAMES[1:]]
CASES += [({"m": f"{GOOD} It rained."}, name) for name in ("quotes", "maps", "report")]


@pytest.mark.parametrize(("texts", "name"), CASES)
def test_a_stage_after_one_that_was_left_out_says_so(
    whole_run: Path, tmp_path: Path, params: Params, texts: dict[str, str], name: str
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    shutil.copytree(whole_run, out, dirs_exist_ok=True)
    cleaned(tmp_path / "in", out, params, **texts)
    if texts.keys() == {"m"}:
        sentences.run(out, params)
    before = {p: p.read_bytes() for p in out.iterdir() if p.is_file()}
    with pytest.raises(ArgmapError) as caught:
        STAGES[name](out, params)
    assert any(f"argmap {earlier}`" in caught.value.fix for earlier in NAMES[: NAMES.index(name)])
    assert {p: p.read_bytes() for p in out.iterdir() if p.is_file()} == before


def test_a_report_of_nothing_names_the_stage_to_begin_with(tmp_path: Path, params: Params) -> None:
    with pytest.raises(MissingArtifactError) as caught:
        report.run(tmp_path, params)
    assert "argmap clean" in caught.value.fix
