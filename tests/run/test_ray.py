"""`--engine ray` on a real Ray of this machine: same bytes, whatever dies."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from pipeline.commands.options import STOPPED
from pipeline.errors import UsageError
from pipeline.params import Params
from pipeline.run.options import RunOptions
from pipeline.run.run_all import run_all

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:ray")  # of its own settings
ROOT = Path(__file__).resolve().parents[2]
ARGMAP = str(Path(sys.executable).with_name("argmap"))
RAY = RunOptions(engine="ray", workers=2)
SAYING = "Mayor Ana Ruiz said the sanctuary rule keeps families in {} safe. Sheriff Tom Hale called it a mistake.\n"

# Runs at the start of every Python process that finds it: articles of certain ids harm or slow the worker that meets them.
HARM = """
import importlib.abc, importlib.util, os, signal, sys, time
from pathlib import Path

class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name != "pipeline.run.worker":
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        load = spec.loader.exec_module
        def exec_module(module):
            load(module)
            harm(module.Worker)
        spec.loader.exec_module = exec_module
        return spec

def harm(kind):
    work = kind.work
    folder = Path(os.environ["HARM"])
    def harmful(self, raws, **how):
        for raw in raws:
            with open(folder / "worked", "a") as log:
                log.write(raw.id + "\\n")
            if raw.id == "kills" or raw.id == "kills-once" and not (folder / "killed").exists():
                (folder / "killed").touch()
                os.kill(os.getpid(), signal.SIGKILL)
            if raw.id.startswith("town"):
                time.sleep(0.1)  # else all is done before the test has looked
            if raw.id == "fills-the-disk":
                raise OSError(28, "No space left on device", str(folder))
        return work(self, raws, **how)
    kind.work = harmful

sys.meta_path.insert(0, Finder())
"""


@pytest.fixture(scope="module")
def harm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("harm")
    (folder / "sitecustomize.py").write_text(HARM)
    return folder


def environment(harm: Path) -> dict[str, str]:
    return {**os.environ, "HARM": str(harm), "PYTHONPATH": os.pathsep.join([str(harm), str(ROOT)])}


@pytest.fixture(scope="module")
def ray(harm: Path) -> Iterator[None]:
    """A Ray that this program has joined; its workers meet harm."""
    ray = pytest.importorskip("ray")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment(harm).items():
            patch.setenv(name, value)
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        ray.init("local", num_cpus=2, include_dashboard=False, object_store_memory=150 << 20, log_to_driver=False)
        yield
        ray.shutdown()


def write(folder: Path, *names: str) -> Path:
    folder.mkdir()
    for name in names:
        (folder / f"{name}.txt").write_text(SAYING.format(name.capitalize()))
    return folder


def files(out: Path) -> dict[str, bytes]:
    found = (path for path in out.rglob("*") if path.is_file() and ".argmap" not in path.parts)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in found}


@pytest.mark.usefixtures("ray")
def test_the_same_bytes_as_the_local_engine(tmp_path: Path, params: Params, run_on_seeds: Path) -> None:
    run_all([str(ROOT / "seeds")], tmp_path / "out", params, options=RAY)
    assert files(tmp_path / "out") == files(run_on_seeds)
    assert not (tmp_path / "out" / ".argmap" / "parts").exists()


@pytest.fixture(scope="module")
def harmed(ray: None, harm: Path, tmp_path_factory: pytest.TempPathFactory, params: Params) -> Path:  # noqa: ARG001
    """A run with an article whose worker dies once, and one whose worker dies each time."""
    folder = tmp_path_factory.mktemp("harmed")
    articles = write(folder / "in", "a", "b", "c", "d", "kills", "kills-once", "y", "z")
    result = run_all([str(articles)], folder / "ray", params, options=RunOptions(engine="ray", workers=1))
    assert (harm / "killed").exists()
    assert (result.articles, result.failures) == (7, 1)
    return folder


def test_an_article_that_always_kills_its_worker_is_a_failure(harmed: Path) -> None:
    failure = json.loads((harmed / "ray" / "failures.jsonl").read_text())
    assert failure["input"] == "kills.txt"
    assert "killed each time" in failure["error"]


def test_what_died_with_it_is_done_again_to_the_same_bytes(harmed: Path, params: Params) -> None:
    (harmed / "in" / "kills.txt").rename(harmed / "kills.txt")
    run_all([str(harmed / "in")], harmed / "local", params)
    assert files(harmed / "ray") | {"failures.jsonl": b""} == files(harmed / "local")


@pytest.mark.usefixtures("ray")
def test_a_full_disk_of_a_worker_stops_the_run_and_is_named(tmp_path: Path, params: Params) -> None:
    articles = write(tmp_path / "in", "fills-the-disk")
    with pytest.raises(UsageError, match="No space left"):
        run_all([str(articles)], tmp_path / "out", params, options=RAY)


def start(articles: Path, out: Path, harm: Path) -> "subprocess.Popen[bytes]":
    words = [ARGMAP, "run", str(articles), "--out", str(out), "--engine", "ray", "--workers", "1", "--no-keep"]
    return subprocess.Popen(words, env=environment(harm), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def wait_for_parts(out: Path, run: "subprocess.Popen[bytes]", count: int) -> None:
    end = time.monotonic() + 120
    while len(list(out.glob(".argmap/parts/[0-9]*.part"))) < count:
        assert run.poll() is None, run.communicate()[1].decode()
        assert time.monotonic() < end
        time.sleep(0.01)


def living(harm: Path) -> list[str]:
    """Name the living processes that a command has started, by the environment that it gave them."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if f"HARM={harm}\0".encode() in (process / "environ").read_bytes():
                found.append((process / "comm").read_text())
    return found


def wait_for_end(harm: Path, kind: str = "") -> None:
    end = time.monotonic() + 60
    while left := [name for name in living(harm) if kind in name]:
        assert time.monotonic() < end, left
        time.sleep(0.1)


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_a_run_that_was_killed_goes_on_where_it_was_and_ctrl_c_ends_all(tmp_path: Path) -> None:
    pytest.importorskip("ray")
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
        (folder / "sitecustomize.py").write_text(HARM)
    names = ["kills-once", *(f"town{number:02d}" for number in range(40))]
    articles = write(tmp_path / "in", *names)
    run = start(articles, tmp_path / "out", first)
    wait_for_parts(tmp_path / "out", run, 2)
    run.kill()
    assert run.communicate() == (b"", b"")
    assert (first / "killed").exists()
    wait_for_end(first, "MapWorker")  # Ray's own agents notice later
    done = [int(path.name.partition("-")[0]) for path in tmp_path.glob("out/.argmap/parts/[0-9]*.part")]

    run = start(articles, tmp_path / "out", second)
    wait_for_parts(tmp_path / "out", run, len(done) + 1)
    run.send_signal(signal.SIGINT)
    out, errors = run.communicate(timeout=60)
    assert (out, errors) == (b"", STOPPED.encode() + b"\n")
    assert run.returncode == 130
    wait_for_end(second)
    again = {names.index(name) // 4 for name in (second / "worked").read_text().split()}
    assert again
    assert again.isdisjoint(done)


def test_no_ray_at_an_address_is_said_in_two_lines(tmp_path: Path) -> None:
    words = [ARGMAP, "run", "seeds", "--out", str(tmp_path), "--engine", "ray", "--ray-address", "127.0.0.1:9"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-2:] == [
        "argmap: 127.0.0.1:9: no Ray answers: Connection refused",
        "  fix: give the address of a running cluster (auto: that of this machine), or none to start one here",
    ]


def test_without_ray_the_extra_is_named(tmp_path: Path, params: Params, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(UsageError, match=r"pip install 'argmap\[ray\]'"):
        run_all([str(write(tmp_path / "in", "a"))], tmp_path / "out", params, options=RAY)


def test_the_local_engine_never_imports_ray(tmp_path: Path) -> None:
    words = ["run", str(write(tmp_path / "in", "a")), "--out", str(tmp_path / "out")]
    code = f"import sys; sys.argv[1:] = {words}; from pipeline.cli import app; app(standalone_mode=False); print('ray' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
