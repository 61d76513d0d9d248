"""The wheel in clean environments: alone, with each extra, with the lowest versions; the same bytes as the checkout."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast
from urllib.request import urlopen

import pytest
from installed import CLEAN, ROOT, Install, Installed

from pipeline.export.formats import MAPS, TABLES
from pipeline.version import __version__

pytestmark = pytest.mark.package
ARTICLE = """Harlow keeps its rule

Mayor Ana Ruiz said the sanctuary rule keeps families safe. “It costs us nothing,” she said on Monday.

Sheriff Bo Tran said that it shields criminals from deportation.
"""
PAGE = f"""<html><head><title>Harlow keeps its rule</title></head><body><article><h1>Harlow keeps its rule</h1>
{"".join(f"<p>{paragraph}</p>" for paragraph in ARTICLE.split(chr(10) * 2)[1:])}</article></body></html>
"""
SCRIPT = """from pipeline import load, to_frame

argmap = load()
found = argmap("Mayor Ana Ruiz said the sanctuary rule keeps families safe.")
names: list[str] = [speaker.name for speaker in found.speakers]
starts: list[int | None] = [node.start for node in found.map.nodes]
texts: list[str] = [sentence.text for sentence in found.sentences]
table = to_frame("outputs", "quotes")
"""
ON_RAY = """import ray
ray.init(num_cpus=1, include_dashboard=False, logging_level="error")

@ray.remote
def sentences(text):
    from pipeline import load
    return [s.text for s in load()(text).sentences]

print(ray.get(sentences.remote("It rained. It poured.")))
"""


@pytest.fixture(scope="module")
def base(install: Install) -> Installed:
    """The wheel without extras, an article and its outputs."""
    env = install()
    (env.folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (env.folder / "page.html").write_text(PAGE, encoding="utf-8")
    return env


@pytest.fixture(params=["html", "explore", "export", "annotate", "ray", "lowest"], scope="module")
def extra(request: pytest.FixtureRequest, install: Install) -> Iterator[tuple[str, Installed]]:
    """The wheel with one extra, or with all but `ray` in the lowest versions, an article and its outputs."""
    name = str(request.param)
    env = install(*(EXTRAS if name == "lowest" else [name]), lowest=name == "lowest")
    (env.folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (env.folder / "page.html").write_text(PAGE, encoding="utf-8")
    done = env.run("run", "article.txt", "--out", "out")
    assert (done.returncode, done.stderr) == (0, "run: 1 article -> out; open out/report.html\n")
    yield name, env


def first_page(env: Installed, *words: str) -> tuple[str, str]:
    """Start a server, read the page at the address that it prints, and stop it; give the page and what it said last."""
    command = [str(env.folder / "bin" / "argmap"), *words, "--port", "0"]
    server = subprocess.Popen(command, cwd=env.folder, env=CLEAN, stderr=subprocess.PIPE, text=True)
    for line in cast(IO[str], server.stderr):
        if found := re.search(r"http://\S+", line):
            with urlopen(found[0], timeout=60) as answer:  # noqa: S310 (our own server)
                page = answer.read().decode()
            server.send_signal(signal.SIGINT)
            return page, server.communicate(timeout=60)[1]
    raise AssertionError(words)


def reads_pages(env: Installed) -> None:
    done = env.run("run", "page.html", "--out", "of-page")
    assert done.returncode == 0, done.stderr
    assert "keeps families safe" in (env.folder / "of-page/articles.jsonl").read_text(encoding="utf-8")


def explores(env: Installed) -> None:
    page, said = first_page(env, "explore", "--out", "out")
    assert "most_quoted" in page
    assert said == "explore: stopped\n"


def exports(env: Installed) -> None:
    for form in (*MAPS, *TABLES):
        done = env.run("export", form, "--out", "out", "--to", f"as-{form}")
        assert done.returncode == 0, done.stderr
        assert list((env.folder / f"as-{form}").iterdir())
    done = env.run("-c", "from pipeline import to_frame; print(to_frame('out', 'nodes').shape)", program="python")
    assert done.stdout.startswith("("), done.stderr


def annotates(env: Installed) -> None:
    page, said = first_page(env, "annotate", "edit", "article.txt", "--folder", "annotations", "--out", "out")
    assert 'id="rows"' in page
    assert said.startswith("edit: stopped; 0 of 4 sentences read")


def runs_on_ray(env: Installed) -> None:
    (env.folder / "on_ray.py").write_text(ON_RAY)
    done = env.run("on_ray.py", program="python")
    assert "['It rained.', 'It poured.']" in done.stdout, done.stderr


EXTRAS = {"html": reads_pages, "explore": explores, "export": exports, "annotate": annotates}
USES = {**EXTRAS, "ray": runs_on_ray}
NEEDED = {
    "html": ("run", "page.html", "--out", "of-page"),
    "explore": ("explore", "--out", "out"),
    "export": ("export", "graphml", "--out", "out"),
    "annotate": ("annotate", "edit", "article.txt"),
}


def test_the_base_reads_an_article(base: Installed) -> None:
    done = base.run("run", "article.txt", "--out", "out")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "run: 1 article -> out; open out/report.html\n")
    assert (base.folder / "out/report.html").stat().st_size > 10_000


def test_the_base_says_which_version_it_is_and_helps(base: Installed) -> None:
    assert base.run("--version").stdout == f"{__version__}\n"
    assert "argmap run articles/" in base.run("--help").stdout


def test_the_base_writes_the_bytes_of_the_checkout(base: Installed, run_on_seeds: Path) -> None:
    assert base.run("run", ROOT / "seeds", "--out", "of-seeds").returncode == 0
    for path in filter(Path.is_file, run_on_seeds.iterdir()):  # not the folder of kept results
        assert (base.folder / "of-seeds" / path.name).read_bytes() == path.read_bytes(), path.name


@pytest.mark.parametrize("name", NEEDED)
def test_the_base_names_the_extra_that_is_missing(name: str, base: Installed) -> None:
    done = base.run(*NEEDED[name])
    assert done.returncode == 2
    assert f"pip install 'argmap[{name}]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_base_brings_no_tools_of_development(base: Installed) -> None:
    there = {path.name for path in base.folder.glob("lib/python*/site-packages/*")}
    assert not there & {
        "dvc",
        "pytest",
        "mypy",
        "hypothesis",
        "pandas",
        "pyarrow",
        "ray",
        "flask",
        "datasette",
        "networkx",
    }


def test_a_strict_type_checker_takes_a_users_script(base: Installed) -> None:
    (base.folder / "script.py").write_text(SCRIPT)
    words = ["-m", "mypy", "--strict", "--config-file=", "--python-executable", base.python, "script.py"]
    done = subprocess.run(
        [sys.executable, *words], cwd=base.folder, env=CLEAN, capture_output=True, text=True, check=False
    )
    assert done.stdout == "Success: no issues found in 1 source file\n"


def test_each_extra_works_by_itself(extra: tuple[str, Installed]) -> None:
    name, env = extra
    for use in EXTRAS.values() if name == "lowest" else [USES[name]]:
        use(env)


@pytest.mark.parametrize("extra", ["lowest"], indirect=True, scope="module")
def test_the_lowest_versions_give_the_same_bytes(extra: tuple[str, Installed], run_on_seeds: Path) -> None:
    _, env = extra
    assert env.run("run", ROOT / "seeds", "--out", "of-seeds").returncode == 0
    for path in run_on_seeds.glob("*.jsonl"):
        assert (env.folder / "of-seeds" / path.name).read_bytes() == path.read_bytes(), path.name
