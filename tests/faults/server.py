"""A process that has everything loaded and forks a child for each command, so that a hundred faults take a minute.

It reads a command a line from standard input, as JSON, and answers with how the child ended.
"""

import ctypes
import functools
import gc
import importlib
import json
import os
import resource
import signal
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from faults.articles import FIRST, STAGES, write
from faults.strike import strike
from pipeline import nlp
from pipeline.params import load_params
from pipeline.resources import shipped

PATIENCE = 120.0  # seconds for a command on a busy machine
LINGER = 20.0  # seconds for its other processes to see that it is gone
SUBREAPER = 36  # prctl: whoever loses its parent below us becomes our child, so that we see it


def load() -> None:
    """Load parser and classifier, and use each command once, so that no child loads what all need."""
    loaded = nlp.build_nlp(load_params(shipped("params.yaml")).entities)
    setattr(nlp, "build_nlp", lambda _: loaded)  # noqa: B010 (mypy knows another signature); before those who import it from there
    model = importlib.import_module("pipeline.classify.model").StanceModel
    model.load = functools.cache(model.load)
    with tempfile.TemporaryDirectory() as folder:
        texts = write(Path(folder) / "in", FIRST)
        for words in (
            "run IN --out OUT",
            "run IN --out OUT --no-keep",
            "clean IN --out OUT",
            *map("{} --out OUT".format, STAGES[1:]),
        ):
            argmap([{"IN": str(texts), "OUT": f"{folder}/out"}.get(word, word) for word in words.split()])


def argmap(words: list[str]) -> int:
    """Run a command in this process; give its exit code."""
    sys.argv = ["argmap", *words]
    try:
        importlib.import_module("pipeline.cli").main()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    return 0


def child(order: dict[str, Any]) -> None:
    """Be `argmap` with a fault; never returns."""
    os.setsid()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    log = os.open(order["log"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for stream in (1, 2):
        os.dup2(log, stream)
    os.environ.update(order["variables"])
    tempfile.tempdir = None
    if size := order["largest_file"]:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    if user := order["user"]:
        os.setgroups([])
        os.setgid(user)
        os.setuid(user)
    if order["deadly"]:
        _make_deadly(order["deadly"])
    if order["vanishing"]:
        sys.addaudithook(
            lambda event, values: (
                _vanish(order["vanishing"]) if event == "open" and str(values[0]) == order["vanishing"] else None
            )
        )
    code = 1
    try:
        with strike(order["fault"]):
            code = argmap(order["words"])
    except BaseException as error:  # what gets here would have been a traceback
        sys.stderr.write(f"Traceback of {type(error).__name__}: {error}\n")
    finally:
        sys.stderr.flush()
        os._exit(code)


def _make_deadly(article: str) -> None:
    """Let an article kill the process that works it."""
    worker: Any = importlib.import_module("pipeline.run.worker")
    clean = worker.clean_article

    def deadly(raw: Any, duplicate_of: str | None) -> Any:
        if raw.id == article:
            os.kill(os.getpid(), signal.SIGKILL)
        return clean(raw, duplicate_of)

    worker.clean_article = deadly


def _vanish(path: str) -> None:
    with suppress(FileNotFoundError):
        Path(path).unlink()


def ended(pid: int) -> dict[str, Any]:
    """Wait for a child and for all that it started."""
    code = _wait(pid, PATIENCE)
    hung = code is None
    if hung:
        os.killpg(pid, signal.SIGKILL)
    deadline = time.monotonic() + LINGER
    orphans = False
    while True:
        try:
            os.waitpid(-pid, os.WNOHANG)
        except ChildProcessError:
            return {"code": code, "orphans": orphans, "hung": hung}
        if time.monotonic() > deadline:
            orphans, deadline = True, deadline + LINGER
            os.killpg(pid, signal.SIGKILL)
        time.sleep(0.002)


def _wait(pid: int, patience: float) -> int | None:
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        found, status = os.waitpid(pid, os.WNOHANG)
        if found:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.002)
    return None


def main() -> None:
    """Serve until standard input ends."""
    ctypes.CDLL(None).prctl(SUBREAPER, 1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "w")
    load()
    gc.freeze()  # what is loaded is shared with the children
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            child(json.loads(line))
        answers.write(json.dumps(ended(pid)) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
