"""Builds the package, and starts what is installed in clean environments."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
UV = ROOT / ".package" / "bin" / "uv"
# Nothing of the checkout may be found by what is installed.
CLEAN = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}


def build(source: Path, to: Path) -> dict[str, Path]:
    """Build the distributions of a folder without isolation, as the lock has hatchling; give them by suffix."""
    words = [sys.executable, "-m", "hatchling", "build", "-d", str(to)]
    subprocess.run(words, cwd=source, env=CLEAN, check=True, capture_output=True)
    return {path.suffix: path for path in to.iterdir()}


@dataclass(frozen=True, slots=True)
class Installed:
    """An environment that holds the wheel."""

    folder: Path

    @property
    def python(self) -> str:
        """Its interpreter."""
        return str(self.folder / "bin" / "python")

    def run(self, *words: object, program: str = "argmap") -> subprocess.CompletedProcess[str]:
        """Start one of its programs in a folder that is not the checkout."""
        command = [str(self.folder / "bin" / program), *map(str, words)]
        return subprocess.run(command, cwd=self.folder, env=CLEAN, capture_output=True, text=True, check=False)


Install = Callable[..., Installed]
