"""The built distributions, and clean environments that they are installed into."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from installed import CLEAN, ROOT, UV, Install, Installed, build


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The wheel and the source distribution, by suffix."""
    return build(ROOT, tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="session")
def install(request: pytest.FixtureRequest, dist: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Install:
    """Install the wheel with some extras, with the versions of the lock or the lowest that it takes."""
    if "package" not in request.config.option.markexpr or not UV.exists():
        pytest.skip("needs the package index: make test-package")

    def uv(*words: object) -> None:
        done = subprocess.run([str(UV), *map(str, words)], env=CLEAN, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    def made(*extras: str, lowest: bool = False) -> Installed:
        folder = tmp_path_factory.mktemp("-".join(("lowest" if lowest else "locked", *extras)))
        uv("venv", "--quiet", "--python", sys.executable, folder / "env")
        env = Installed(folder / "env")
        pins = folder / "pins.txt"
        if lowest:
            wanted = [word for extra in extras for word in ("--extra", extra)]
            uv(
                "pip",
                "compile",
                "--quiet",
                ROOT / "pyproject.toml",
                *wanted,
                "--resolution",
                "lowest-direct",
                "-o",
                pins,
            )
        else:
            lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
            pins.write_text("\n".join(re.findall(r"^[\w.-]+==[^ \\]+(?: ;[^\\]+)?", lock, re.MULTILINE)))
        name = f"argmap[{','.join(extras)}] @ {dist['.whl'].as_uri()}"
        uv("pip", "install", "--quiet", "--python", env.python, "--constraints", pins, name)
        return env

    return made
