"""What the code may not do, where ruff's rules do not look: each way out of the process is named here with its reason."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE = sorted((ROOT / "pipeline").rglob("*.py"))
PAGES = sorted(p for p in (ROOT / "pipeline").rglob("*") if p.suffix in {".html", ".js"})

# Modules that start programs, talk to other machines, or make objects of bytes, and who may import them.
REACH = {
    "subprocess": {"pipeline/evaluation/committed.py": "asks git for the numbers of the last commit"},
    "socket": {
        "pipeline/loopback.py": "listens on the loopback address",
        "pipeline/explore/serve.py": "takes the port over",
        "pipeline/annotate/editor/serve.py": "takes the port over",
        "pipeline/run/ray_start.py": "asks whether a cluster answers at the address that the user gave",
    },
    "pickle": {"pipeline/analysis/intake.py": "a scratch file of this process, which nobody else can write"},
}  # fmt: skip
PASSED_ON = {"pipeline/text/from_extra.py"}  # whose own callers are held to it below
NEVER = {
    "aiohttp", "cloudpickle", "ctypes", "dill", "ftplib", "http.client", "httpx", "joblib", "marshal", "pty", "requests",
    "shelve", "smtplib", "ssl", "tarfile", "telnetlib", "urllib.request", "urllib3", "webbrowser", "xml", "xmlrpc",
}  # fmt: skip
# Calls that read what others wrote, and the words without which they would run or follow it.
GUARDED = {
    "np.load": ("allow_pickle", False), "numpy.load": ("allow_pickle", False),
    "skops.io.load": ("trusted", []), "skops.io.loads": ("trusted", []),
}  # fmt: skip
UNPACKING = re.compile(r"\.(?:extract|extractall|unpack_archive|read_pickle|load_extension|enable_load_extension)$")
SILENCED = re.compile(r"#\s*noqa: (?P<codes>S\d+(?:, *\w+)*)(?P<reason>.*)")
MARKUP = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc|\beval\b|new Function|\bimport\(")
UNESCAPED = {
    "pipeline/evaluation/templates/evaluation.html": "pictures, in which each text is escaped when they are drawn"
}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(tree: ast.AST) -> Iterator[str]:
    """Yield the modules that are imported, anywhere in a file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_of(module: str, forbidden: str) -> bool:
    return module == forbidden or module.startswith(f"{forbidden}.")


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def faults(source: str, name: str) -> list[str]:
    """Tell what a file does that it may not."""
    tree = ast.parse(source)
    found = []
    for module in imports(tree):
        found += [f"imports {module}" for forbidden in NEVER if is_of(module, forbidden)]
        found += [f"imports {module}" for reach, who in REACH.items() if is_of(module, reach) and name not in who]
    for called, call in calls(tree):
        words = {word.arg: word.value for word in call.keywords}
        if called in GUARDED:
            word, value = GUARDED[called]
            if word not in words or ast.unparse(words[word]) != repr(value):
                found.append(f"{called} without {word}={value!r}")
        if UNPACKING.search(called):
            found.append(f"calls {called}")
        if called in {"import_module", "importlib.import_module", "__import__"} and name != "pipeline/extras.py":
            found.append(f"calls {called}")
        if called in {"need", "from_extra"} and not all(isinstance(word, ast.Constant) for word in call.args[:2]):
            found += [] if name in PASSED_ON else ["need() of a name that is not written here"]
    found += [
        f"silences {m['codes']} without a reason"
        for m in SILENCED.finditer(source)
        if not re.fullmatch(r" \(.+\)", m["reason"])
    ]
    return found


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_a_module_reaches_no_further_than_it_says(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8"), name_of(path)) == []


def test_who_may_reach_out_is_there_and_does() -> None:
    for module, who in REACH.items():
        for name in who:
            assert module in set(imports(ast.parse((ROOT / name).read_text(encoding="utf-8"))))


@pytest.mark.parametrize(
    "source",
    [
        "import subprocess", "from subprocess import run", "def f():\n import pickle", "from urllib.request import urlopen",
        "from urllib import request", "import xml.etree.ElementTree", "np.load(p)", "np.load(p, allow_pickle=True)",
        "np.load(p, mmap_mode=None)", "skops.io.loads(d, trusted=types)", "skops.io.load(p)", "zipfile.ZipFile(p).extractall()",
        "import_module(x)", "need(name, 'x')", "x = 1  # noqa: S301", "x = 1  # noqa: S301 ()", "import joblib", "pd.read_pickle(p)",
    ],
)  # fmt: skip
def test_the_test_sees_what_it_looks_for(source: str) -> None:
    assert faults(source, "pipeline/other.py")


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_pages_make_no_markup_of_text_and_load_nothing_from_elsewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not MARKUP.findall(text)
    assert not re.findall(r"(?:src|href|action|url)\s*[=(]\s*[\"']?(?:https?:)?//", text)
    assert not re.findall(r"<[^>]*\son\w+\s*=", text)
    if name_of(path) not in UNESCAPED:
        assert not re.findall(r"\|\s*safe\b|autoescape\s+false", text)
