"""Files of an export: one an article, named safely, listed; stale ones go and other people's stay."""

import csv
import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.export.formats import MAPS
from pipeline.export.write_maps import OWN, file_name, write_maps
from pipeline.run.run_all import run_all


def listed(folder: Path) -> dict[str, str]:
    with open(folder / "index.csv", encoding="utf-8", newline="") as lines:
        return {row["article"]: row["file"] for row in csv.DictReader(lines)}


@given(st.text(max_size=300), st.integers(0, 10**7))
def test_a_file_has_a_safe_name_whatever_the_id(article: str, number: int) -> None:
    name = file_name(number, article, ".json")
    assert OWN.fullmatch(name)
    assert len(name) < 100
    assert Path(name).name == name
    assert name.startswith(f"{number:06d}")


@pytest.mark.parametrize("form", MAPS.values(), ids=MAPS.keys())
def test_the_same_run_gives_the_same_bytes(form: object, run_on_seeds: Path, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        assert write_maps(run_on_seeds, tmp_path / folder, form) == 5  # type: ignore[arg-type]
    files = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert files == sorted([*listed(tmp_path / "a").values(), "index.csv"])
    for name in files:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_nothing_tells_when_or_where_it_was_made(run_on_seeds: Path, tmp_path: Path) -> None:
    for name, form in MAPS.items():
        write_maps(run_on_seeds, tmp_path / name, form)
        for path in (tmp_path / name).iterdir():
            text = path.read_text(encoding="utf-8")
            assert str(tmp_path) not in text
            assert "timestamp" not in text
            assert '"created"' not in text


def test_files_of_an_earlier_larger_export_go_and_others_stay(run_on_seeds: Path, tmp_path: Path) -> None:
    out, to = tmp_path / "out", tmp_path / "to"
    shutil.copytree(run_on_seeds, out)
    write_maps(out, to, MAPS["aif"])
    (to / "000009-notes.json").write_text("mine")
    (to.parent / "mine.json").write_text("mine")
    with open(to / "index.csv", "a", encoding="utf-8") as lines:
        lines.write("../mine.json,x,,,,,0\n")  # an index that somebody changed leads nowhere else
    first = json.loads((out / "articles.jsonl").read_text(encoding="utf-8").splitlines()[0])["id"]
    for path in out.glob("*.jsonl"):
        kept = [line for line in path.read_text(encoding="utf-8").splitlines() if f'"{first}"' in line]
        path.write_text("".join(f"{line}\n" for line in kept), encoding="utf-8")
    assert write_maps(out, to, MAPS["aif"]) == 1
    assert sorted(path.name for path in to.iterdir()) == ["000000-" + first + ".json", "000009-notes.json", "index.csv"]
    assert (to.parent / "mine.json").read_text() == "mine"


def test_ids_that_differ_by_case_or_are_long_have_files_of_their_own(tmp_path: Path, params: object) -> None:
    ids = ["a", "A", "é/" * 200, "../a", "=1+1"]
    lines = [json.dumps({"id": i, "text": f"Number {n} is safe, said Ana Ruiz."}) for n, i in enumerate(ids)]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    run_all([str(tmp_path / "in.jsonl")], tmp_path / "out", params)  # type: ignore[arg-type]
    assert write_maps(tmp_path / "out", tmp_path / "to", MAPS["dot"]) == 5
    files = listed(tmp_path / "to")
    assert set(files) == {"'=1+1" if article == "=1+1" else article for article in ids}  # never a formula
    assert len({name.lower() for name in files.values()}) == 5
    assert all((tmp_path / "to" / name).exists() for name in files.values())
