"""Start commands that a fault strikes, and judge what they leave."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
Files = dict[str, bytes]
OK, SOME_FAILED, UNUSABLE, INTERRUPTED = 0, 1, 2, 130


@dataclass(frozen=True)
class Fault:
    """What strikes, at which step on the disk, in the driver or in its workers."""

    kind: str = "none"
    at: int = 0
    workers: bool = False
    times: int = 1  # in all workers together


NO_FAULT = Fault()


@dataclass(frozen=True)
class Ended:
    """How a command ended; minus the signal where one killed it."""

    code: int | None
    orphans: bool
    hung: bool
    said: str


@dataclass
class Server:
    """The process that has everything loaded."""

    scratch: Path
    process: subprocess.Popen[str] = field(init=False)

    def __post_init__(self) -> None:
        paths = [str(ROOT), str(ROOT / "tests"), os.environ.get("PYTHONPATH", "")]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "faults.server"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            cwd=ROOT, env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        )  # fmt: skip

    def argmap(
        self, *words: object, fault: Fault = NO_FAULT, near: Path | None = None, largest_file: int = 0, user: int = 0,
        deadly: str = "", vanishing: Path | None = None, **variables: str,
    ) -> Ended:  # fmt: skip
        """Run a command; steps on the disk are counted below `near`.

        `deadly` is an article that kills who works it, `vanishing` a file that goes when it is about to be read.
        """
        log = self.scratch / "said.txt"
        for strike in self.scratch.glob(f"{self.steps.name}.*"):
            strike.unlink()
        order = {
            "words": list(map(str, words)), "log": str(log), "variables": variables, "largest_file": largest_file, "user": user,
            "deadly": deadly, "vanishing": str(vanishing or ""),
            "fault": {"kind": fault.kind, "at": fault.at, "workers": fault.workers, "times": fault.times, "folder": str(near or self.scratch),
                      "to": str(self.steps)},
        }  # fmt: skip
        answer = self._ask(order)
        return Ended(**answer, said=log.read_text())

    @property
    def steps(self) -> Path:
        """Where the fault "count" leaves its number."""
        return self.scratch / "steps.txt"

    def _ask(self, order: dict[str, Any]) -> dict[str, Any]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    def close(self) -> None:
        """End it."""
        self.process.communicate()


def argmap(*words: object, **variables: str) -> "subprocess.Popen[str]":
    """Start the real command line, with all its start-up, in a group of its own as a shell does."""
    command = [str(Path(sys.executable).with_name("argmap")), *map(str, words)]
    return subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, start_new_session=True, cwd=ROOT, env={**os.environ, **variables}
    )


def files_of(out: Path) -> Files:
    """Read all files under their final names; scratch files and kept results have names with a dot before them."""
    paths = {path.relative_to(out): path for path in sorted(out.rglob("*")) if path.is_file()}
    return {
        name.as_posix(): path.read_bytes()
        for name, path in paths.items()
        if not any(part.startswith(".") for part in name.parts)
    }


def half_written(found: Files, old: Files, new: Files) -> list[str]:
    """Name the files that are neither as before nor as they will be, and those that are gone."""
    odd = [name for name, data in found.items() if data not in (old.get(name), new.get(name))]
    return odd + [f"{name} is gone" for name in old.keys() & new.keys() - found.keys()]
