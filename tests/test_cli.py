"""The real command line on good and bad input: messages, exit codes, what is left behind."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.records.schema import FILES

ROOT = Path(__file__).resolve().parents[1]
ARGMAP = str(Path(sys.executable).with_name("argmap"))
GOOD = "Mayor Ana Ruiz said the sanctuary rule keeps families safe.\n"


def argmap(*words: object, stdin: bytes = b"", **variables: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [ARGMAP, *map(str, words)], input=stdin, capture_output=True, cwd=ROOT, env={**os.environ, **variables}, check=False
    )  # fmt: skip
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "latin.txt": "déjà vu, said the mayor".encode("latin-1"),
    "utf16.txt": "The mayor spoke.".encode("utf-16"),
    "binary.txt": b"\x00\x01\x02PNG\x00",
    "huge.txt": b"a" * 10_000_000,
}


def test_bad_files_fail_one_by_one_and_the_good_one_is_written_whole(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, data in BAD.items():
        (folder / name).write_bytes(data)
    (folder / "good.txt").write_text(GOOD)
    (folder / "picture.png").write_bytes(b"x")
    done = argmap("run", folder, "--out", tmp_path / "out")
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    failures = lines(tmp_path / "out" / "failures.jsonl")
    assert {str(f["input"]) for f in failures} == set(BAD)
    assert all(f["error"] and f["fix"] for f in failures)
    assert [a["id"] for a in lines(tmp_path / "out" / "articles.jsonl")] == ["good"]
    assert len(lines(tmp_path / "out" / "maps.jsonl")) == 1


def test_columns_of_a_packed_table_are_named_on_the_command_line(tmp_path: Path) -> None:
    table = tmp_path / "in.csv.gz"
    table.write_bytes(gzip.compress(f'doc,body\n7,"{GOOD}"\n'.encode()))
    done = argmap("clean", table, "--out", tmp_path / "out", "--columns", "id=doc,text=body")
    assert done.returncode == 0, done.stderr
    assert [(a["id"], a["text"]) for a in lines(tmp_path / "out" / "articles.jsonl")] == [("7", GOOD)]
    assert argmap("run", table, "--out", tmp_path / "out", "--columns", "id=doc,text=body").returncode == 0
    done = argmap("run", table, "--out", tmp_path / "out", "--columns", "ident=doc")
    assert done.returncode == 2
    assert "no field 'ident'" in done.stderr


def test_duplicate_ids_keep_the_first_and_name_both(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.txt").write_text(GOOD)
    done = argmap("run", tmp_path / "a", tmp_path / "b", "--out", tmp_path / "out")
    assert done.returncode == 1
    (failure,) = lines(tmp_path / "out" / "failures.jsonl")
    assert "same" in str(failure["error"])


def test_broken_jsonl_line_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    source = tmp_path / "articles.jsonl"
    source.write_text(
        json.dumps({"id": "x", "text": GOOD}) + '\n{"id": "y", \n' + json.dumps({"id": "z", "text": GOOD}) + "\n"
    )
    done = argmap("run", source, "--out", tmp_path / "out")
    assert done.returncode == 1
    (failure,) = lines(tmp_path / "out" / "failures.jsonl")
    assert str(failure["input"]).startswith("articles.jsonl:2")
    articles = lines(tmp_path / "out" / "articles.jsonl")
    assert [a["id"] for a in articles] == ["x", "z"]
    assert articles[1]["duplicate_of"] == "x"


def test_standard_input(tmp_path: Path) -> None:
    done = argmap("run", "-", "--out", tmp_path, stdin=json.dumps({"id": "x", "text": GOOD}).encode())
    assert done.returncode == 0, done.stderr
    assert lines(tmp_path / "articles.jsonl")[0]["source_file"] == "-"


def test_nothing_readable_says_why_and_how_to_mend_it(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("latin.txt", "empty.txt"):
        (tmp_path / "in" / name).write_bytes(BAD[name])
    done = argmap("run", tmp_path / "in" / "latin.txt", tmp_path / "in", "--out", tmp_path / "out")
    assert done.returncode == 2
    assert "latin.txt: nothing readable: not UTF-8" in done.stderr
    assert "2 more" in done.stderr
    assert "iconv -f" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_second_run_over_a_folder_with_its_own_outputs_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "b.html").write_text(f"<html><body><article><p>{GOOD * 8}</p></article></body></html>")
    for _ in range(2):
        done = argmap("run", tmp_path, "--out", tmp_path / "out")
        assert done.returncode == 0, done.stderr
        assert [a["id"] for a in lines(tmp_path / "out" / "articles.jsonl")] == ["a", "b"]
    assert "earlier run ignored" in done.stderr


def test_an_interrupted_run_ends_with_130_and_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(300):
        (tmp_path / "in" / f"{number}.txt").write_text(f"Number {number}. {GOOD}" * 40)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "maps.jsonl").write_text("before\n")
    started = subprocess.Popen([ARGMAP, "run", tmp_path / "in", "--out", tmp_path / "out"], stderr=subprocess.PIPE)
    while not list((tmp_path / "out").glob(".argmap/parts/[0-9]*.part")):
        assert started.poll() is None
        time.sleep(0.05)
    started.send_signal(signal.SIGINT)
    _, errors = started.communicate(timeout=60)
    assert started.returncode == 130
    assert b"Traceback" not in errors
    assert {p.name for p in (tmp_path / "out").iterdir()} - {".argmap"} == {"maps.jsonl"}  # what it kept may stay
    assert (tmp_path / "out" / "maps.jsonl").read_text() == "before\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["run", "no-such-folder", "--out", "x"], "no-such-folder"),
        (["sentences", "--out", "no-such-outputs"], "argmap clean"),
        (["stance", "--out", "no-such-outputs", "--model", "no-such-model"], "dvc repro train"),
        (["run", "seeds", "--out", "x", "--model", "no-such-model"], "dvc repro train"),
        (["report", "--out", "no-such-outputs"], "argmap clean"),
        (["schema", "nothing"], "articles"),
        (["nonsense"], "nonsense"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_to_do(words: list[str], says: str, tmp_path: Path) -> None:
    done = argmap(*[str(tmp_path / w) if w in ("x", "no-such-outputs") else w for w in words])
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_unknown_params_key_is_named(tmp_path: Path) -> None:
    params = tmp_path / "params.yaml"
    params.write_text((ROOT / "params.yaml").read_text().replace("clean:", "clean:\n  colour: red"))
    (tmp_path / "a.txt").write_text(GOOD)
    done = argmap("run", tmp_path / "a.txt", "--out", tmp_path / "out", "--params", params)
    assert done.returncode == 2
    assert "clean.colour" in done.stderr
    assert not (tmp_path / "out").exists()


def test_unbalanced_quotes_and_no_sentences_still_give_every_file(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "marks.txt").write_text("“““ said ” “ the “mayor\n”")
    (tmp_path / "in" / "dots.txt").write_text("… . . . — –")
    done = argmap("run", tmp_path / "in", "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert {p.name for p in (tmp_path / "out").glob("*.jsonl")} == {f"{name}.jsonl" for name in FILES}


def test_earlier_files_of_others_stay(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    out = tmp_path / "out"
    out.mkdir()
    (out / "notes.md").write_text("mine")
    assert argmap("run", tmp_path / "a.txt", "--out", out).returncode == 0
    assert (out / "notes.md").read_text() == "mine"


def test_quiet_when_piped_and_data_only_on_standard_output() -> None:
    done = argmap("schema", "quotes")
    assert json.loads(done.stdout)["title"] == "Quote"
    assert done.stderr == ""


def test_a_fault_of_our_own_is_one_message(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from pipeline import cli

    def broken() -> None:
        raise ValueError("no such label")

    monkeypatch.setattr(cli, "app", broken)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    message = capsys.readouterr().err
    assert ended.value.code == 2
    assert message.startswith("argmap: test_cli.py:")
    assert "a fault of argmap itself: ValueError: no such label\n  fix: " in message
    assert "Traceback" not in message
