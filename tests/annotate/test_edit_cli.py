"""The real command: one address, one message for what is wrong, a clean end."""

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import IO, cast
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

ARGMAP = str(Path(sys.executable).with_name("argmap"))
SEED = "004_49bedd2e6407b89b"


def words(folder: Path, out: Path, *more: object) -> list[str]:
    return [ARGMAP, "annotate", "edit", SEED, "--folder", str(folder), "--out", str(out), *map(str, more)]


def refused(command: list[str], **env: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **env})
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    return done.stderr


def test_the_page_is_served_to_this_machine_alone_until_ctrl_c(run_on_seeds: Path, tmp_path: Path) -> None:
    command = words(tmp_path, run_on_seeds, "--port", 0, "--annotator", "me")
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    line = cast(IO[str], server.stderr).readline()
    found = re.fullmatch(r"edit: (http://127\.0\.0\.1:(\d+)/)([\w-]{32})/ \(Ctrl-C stops it\)\n", line)
    assert found, line
    with urlopen(f"{found[1]}{found[3]}/reading", timeout=30) as answer:  # noqa: S310 (our own server)
        assert SEED in answer.read().decode()
    with pytest.raises(HTTPError):
        urlopen(found[1], timeout=30)  # noqa: S310
    for family, host in ((socket.AF_INET, "127.0.0.2"), (socket.AF_INET6, "::1")):
        with socket.socket(family) as other, pytest.raises(OSError):
            other.connect((host, int(found[2])))
    server.send_signal(signal.SIGINT)
    said = server.communicate(timeout=30)
    assert server.returncode == 130
    assert re.fullmatch(rf"edit: stopped; 0 of \d+ sentences read -> .*me/{SEED}\.jsonl\n", "".join(said))
    assert not list(tmp_path.iterdir())


def test_a_busy_port_is_one_message_before_any_work(run_on_seeds: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = refused(words(tmp_path, run_on_seeds, "--port", port))
    assert said == (
        f"argmap: 127.0.0.1:{port}: the port is busy\n  fix: give another --port, or --port 0 for any that is free\n"
    )


@pytest.mark.parametrize("name", ["../me", "articles", "", "a/b"])
def test_an_annotator_names_a_folder_of_readings(name: str, run_on_seeds: Path, tmp_path: Path) -> None:
    assert "--annotator" in refused(words(tmp_path, run_on_seeds, "--port", 0, "--annotator", name))


def test_a_broken_reading_is_one_message(run_on_seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "me").mkdir()
    (tmp_path / "me" / f"{SEED}.jsonl").write_text('{"start": 0}\n')
    said = refused(words(tmp_path, run_on_seeds, "--port", 0, "--annotator", "me"))
    assert f"{SEED}.jsonl:1:" in said


def test_a_missing_package_names_the_extra(run_on_seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden" / "flask.py").write_text("raise ModuleNotFoundError('flask')\n")
    path = os.pathsep.join([str(tmp_path / "hidden"), os.environ.get("PYTHONPATH", "")])
    assert "pip install 'argmap[annotate]'" in refused(words(tmp_path, run_on_seeds), PYTHONPATH=path)


def test_the_command_line_needs_no_extra_package() -> None:
    code = "import sys, pipeline.cli; print(sorted({'flask', 'werkzeug'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
