"""Every command that reads outputs gives the same for a run in shards, packed or as Parquet as for a plain one."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.compare.store import STAGES
from pipeline.records.jsonl import count_lines, dump_lines, read
from pipeline.records.layout import Layout
from pipeline.records.output import output
from pipeline.records.schema import FILES
from pipeline.tables.frames import frames

ARGMAP = str(Path(sys.executable).with_name("argmap"))
LAYOUTS = {"zst": Layout("jsonl", "zst", 3), "gz": Layout("jsonl", "gz"), "parquet": Layout("parquet", None, 2)}
Packed = Callable[[str], Path]


@pytest.fixture(scope="module")
def packed(run_on_seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Packed:
    """Give the run on the seeds in a layout, in a folder that may be changed."""

    def convert(name: str) -> Path:
        out = tmp_path_factory.mktemp(name)
        for file, kind in FILES.items():
            plain = run_on_seeds / f"{file}.jsonl"
            layout = LAYOUTS[name] if file in STAGES else LAYOUTS[name].whole
            with output(out, file, layout, count_lines(plain, "any")) as to:
                for record in read(plain, kind, "any"):
                    to.put(dump_lines([record]))
        return out

    return convert


@pytest.fixture(scope="module", params=LAYOUTS)
def out(packed: Packed, request: pytest.FixtureRequest) -> Path:
    return packed(request.param)


def argmap(*words: object) -> str:
    done = CliRunner().invoke(app, [*map(str, words)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_it_holds_no_plain_file(out: Path) -> None:
    assert not [name for name in FILES if (out / f"{name}.jsonl").exists()]


def test_summary_counts_the_same(out: Path, run_on_seeds: Path) -> None:
    counts, plain = (argmap("summary", "--out", folder).partition("report:")[0] for folder in (out, run_on_seeds))
    assert counts == plain


def test_report_is_the_same(out: Path, run_on_seeds: Path) -> None:
    argmap("report", "--out", out)
    assert (out / "report.html").read_bytes() == (run_on_seeds / "report.html").read_bytes()


@pytest.mark.parametrize("form", ["argdown", "csv"])
def test_exports_are_the_same(out: Path, run_on_seeds: Path, tmp_path: Path, form: str) -> None:
    argmap("export", form, "--out", out, "--to", tmp_path / "packed")
    argmap("export", form, "--out", run_on_seeds, "--to", tmp_path / "plain")
    assert contents(tmp_path / "packed") == contents(tmp_path / "plain")


def test_tables_are_the_same(out: Path, run_on_seeds: Path) -> None:
    found, plain = frames(out), frames(run_on_seeds)
    assert list(found) == list(plain)
    assert all(found[name].equals(plain[name]) for name in plain)


def test_explorer_has_the_same_rows(out: Path, run_on_seeds: Path, tmp_path: Path) -> None:
    argmap("explore", "--build-only", "--out", out, "--db", tmp_path / "packed.db")
    argmap("explore", "--build-only", "--out", run_on_seeds, "--db", tmp_path / "plain.db")
    assert (tmp_path / "packed.db").read_bytes() == (tmp_path / "plain.db").read_bytes()


def test_diff_sees_no_change(out: Path, run_on_seeds: Path) -> None:
    argmap("diff", run_on_seeds, out, "--exit-code")


def test_queue_and_tasks_are_the_same(out: Path, run_on_seeds: Path, tmp_path: Path) -> None:
    for name, folder in (("packed", out), ("plain", run_on_seeds)):
        to = tmp_path / name
        to.mkdir()
        argmap("annotate", "queue", "--out", folder, "--annotations", tmp_path, "--sentences", 9, "--to", to / "queue")
        words = ("--out", folder, "--folder", tmp_path, "--queue", to / "queue", "--to", to / "sheet.csv")
        argmap("annotate", "export", "csv", *words)
    assert contents(tmp_path / "packed") == contents(tmp_path / "plain")


def test_labels_of_a_run_s_articles_are_imported(out: Path, tmp_path: Path) -> None:
    argmap("annotate", "export", "jsonl", "--out", out, "--folder", tmp_path, "--to", tmp_path / "tasks.jsonl")
    words = ("--out", out, "--folder", tmp_path / "new", "--annotator", "ana")
    argmap("annotate", "import", "jsonl", tmp_path / "tasks.jsonl", *words)
    assert len(list((tmp_path / "new" / "ana").glob("*.spans.jsonl"))) == 5


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_stage_over_packed_files_writes_plain_ones_in_their_place(
    packed: Packed, name: str, run_on_seeds: Path
) -> None:
    out = packed(name)
    argmap("sentences", "--out", out)
    argmap("corpus", "--out", out)
    for file in ("sentences", "claims", "actors", "outlets"):
        assert [p.name for p in out.iterdir() if p.name.startswith(file)] == [f"{file}.jsonl"]
        assert (out / f"{file}.jsonl").read_bytes() == (run_on_seeds / f"{file}.jsonl").read_bytes()
    argmap("summary", "--out", out)


def test_a_missing_shard_is_one_message_without_a_traceback(packed: Packed) -> None:
    out = packed("zst")
    (out / "quotes-00001-of-00003.jsonl.zst").unlink()
    done = subprocess.run([ARGMAP, "report", "--out", out], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "quotes-00001-of-00003.jsonl.zst: a shard of quotes is missing" in done.stderr
    assert "fix: " in done.stderr
    assert "Traceback" not in done.stderr
