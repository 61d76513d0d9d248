"""An id names a record, never a place: whatever it is, nothing is written or read outside the folder that was given."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from typer.testing import CliRunner

from pipeline.annotate.formats.brat import dump as brat
from pipeline.annotate.listed import check_text
from pipeline.annotate.task import Task
from pipeline.cli import app
from pipeline.errors import AnnotationError, UsageError
from pipeline.export.write_maps import file_name
from pipeline.gold.corpus import Card, read_cards
from pipeline.gold.file_names import folded, is_file_name

LONG = "a" * 10_000
NAMES = [
    "../x", "../../../../srv/x", "/srv/x", "//host/share/x", "C:\\x", "C:x", "c:/x", "..\\x", "\\\\host\\share", ".", "..", "...",
    ".hidden", "~", "~root", "$HOME", "%TEMP%", "-rf", "--out", "a/b", "a\\b", "a/", "con", "CON", "nul.txt", "aux", "com1", "LPT9.x",
    "a.", "a..", "a ", " a", "a.spans", "a\x00b", "a\nb", "a\rb", "a:b", "a*", "a?", "[a]", "{a,b}", "|a", "`id`", "$(id)", ";id", LONG,
    "é" * 200, "É", "e\u0301", "\u202etxt.exe", "\u2028", "\uff0e\uff0e\uff0fx", "index.csv", "report.html", "articles", "a", "A", "ß", "SS",
]  # fmt: skip
hostile = st.sampled_from(NAMES) | st.text(max_size=300) | st.text(alphabet="./\\:aA \x00~", max_size=12)


def is_one_part(name: str) -> bool:
    """Tell whether a name is a file's own on this system and on Windows."""
    windows = PureWindowsPath(name)
    return (
        PurePosixPath(name).name == name
        and windows.name == name
        and not windows.is_reserved()
        and not windows.drive
        and "\x00" not in name
        and not name.endswith((".", " "))
        and len(name.encode()) <= 255
    )


@given(st.integers(0, 10**7), hostile, st.sampled_from([".json", ".argdown", ".jsonld"]))
@example(0, LONG, ".json")
def test_an_exported_file_is_named_inside_its_folder(number: int, article: str, suffix: str) -> None:
    name = file_name(number, article, suffix)
    assert is_one_part(name)
    assert name.isascii()
    assert int(name[: name.index(suffix)].split("-")[0]) == number


@given(st.lists(hostile, min_size=2, max_size=6))
def test_two_exported_files_are_never_one(articles: list[str]) -> None:
    names = {folded(file_name(number, article, ".json")) for number, article in enumerate(articles)}
    assert len(names) == len(articles)


@given(hostile)
def test_an_id_of_the_annotations_is_a_file_name_on_any_system(article: str) -> None:
    if is_file_name(article):
        for ending in (".jsonl", ".spans.jsonl", ".progress.json", ".txt", ".ann"):
            assert is_one_part(article + ending)
            assert is_one_part(f".{article}{ending}.part")
    else:
        assert (
            not article.isascii()
            or not article.isalnum()
            or len(article) > 200
            or PureWindowsPath(article).is_reserved()
        )


@pytest.mark.parametrize(
    "article", [n for n in NAMES if n not in {"articles", "a", "A", "É", "ß", "SS", "index.csv", "report.html"}]
)
def test_hostile_ids_name_no_file_of_the_annotations(article: str) -> None:
    assert not is_file_name(article)


def card(article: str) -> dict[str, Any]:
    nothing = dict.fromkeys(("title", "source", "genre", "published"))
    return {"id": article, "split": "train", "origin": "real", **nothing}


@pytest.mark.parametrize("article", ["../secret", "/etc/passwd", "C:\\x", "nul", "a\x00b", LONG])
def test_a_list_of_articles_cannot_name_a_file_elsewhere(article: str, tmp_path: Path) -> None:
    (tmp_path / "articles.jsonl").write_text(json.dumps(card("good")) + "\n" + json.dumps(card(article)) + "\n")
    with pytest.raises(AnnotationError, match=r"articles\.jsonl:2:id: the id .* is no file name"):
        read_cards(tmp_path)


@pytest.mark.parametrize(("one", "other"), [("Larkin", "larkin"), ("ß", "SS"), ("é", "e\u0301".upper())])
def test_ids_that_differ_by_case_alone_are_told_apart_before_they_share_a_file(
    one: str, other: str, tmp_path: Path
) -> None:
    (tmp_path / "articles.jsonl").write_text(json.dumps(card(one)) + "\n")
    with pytest.raises(UsageError, match="where case makes no difference"):
        check_text(tmp_path, other, "x")
    task = Task(card=Card(**card(one)), text="x", rows=[], spans=[], given="blind")
    assert set(brat([task])) == {f"{one}.txt", f"{one}.ann"}
    with pytest.raises(UsageError, match="where case makes no difference"):
        brat([task, replace(task, card=Card(**card(other)))])


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A run of articles with all hostile ids that can be read, deep in a folder of its own."""
    folder = tmp_path_factory.mktemp("world")
    deep = folder / "a" / "b" / "c" / "d" / "e"
    deep.mkdir(parents=True)
    lines = [
        {"id": name, "text": f"Mayor Ana Ruiz said the sanctuary rule number {n} keeps families safe.", "title": name}
        for n, name in enumerate(NAMES)
    ]
    (deep / "in.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    done = do("run", deep / "in.jsonl", "--out", deep / "out")
    assert done.exit_code == 1  # those with a line break or a NUL in them are failures
    yield folder


def do(*words: object) -> Any:
    return CliRunner().invoke(app, [str(word) for word in words])


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_a_run_keeps_all_ids_and_writes_into_its_folder_alone(world: Path) -> None:
    out = world / "a/b/c/d/e/out"
    ids = {json.loads(line)["id"] for line in (out / "articles.jsonl").read_text().split("\n") if line}
    assert ids == {name for name in NAMES if not set("\x00\n\r\u2028") & set(name)}
    assert all(name.startswith("a/b/c/d/e/") for name in files(world))
    pages = [path for path in files(out) if path.endswith(".html")]
    assert all(is_one_part(Path(page).name) for page in pages)
    assert len(pages) == len(ids) + 2  # the index, the corpus


@pytest.mark.parametrize("form", ["aif", "xaif", "argdown", "graphml", "dot", "web-annotation", "csv", "parquet"])
def test_exports_write_into_their_folder_alone(form: str, world: Path) -> None:
    out, before = world / "a/b/c/d/e/out", files(world)
    done = do("export", form, "--out", out, "--to", world / "a/b/c/d/e" / form)
    assert done.exit_code == 0, done.output
    new = files(world) - before
    assert len(new) > 10
    assert all(name.startswith(f"a/b/c/d/e/{form}/") and name.count("/") == 6 for name in new)


def test_the_database_is_one_file(world: Path) -> None:
    before = files(world)
    assert do("explore", "--out", world / "a/b/c/d/e/out", "--build-only").exit_code == 0
    assert files(world) - before == {"a/b/c/d/e/out/argmap.db"}


def test_tasks_of_articles_that_cannot_be_files_are_refused_whole(world: Path) -> None:
    out, before = world / "a/b/c/d/e/out", files(world)
    with pytest.raises(UsageError, match="is no file name"):
        CliRunner().invoke(
            app, ["annotate", "export", "brat", "--out", str(out), "--to", str(world / "brat")], catch_exceptions=False
        )
    assert files(world) == before


@pytest.mark.parametrize("article", ["../x", "/srv/x", "C:\\x", "nul", "a/../../x", LONG])
def test_a_reading_of_an_id_that_is_a_path_is_not_taken_in(article: str, tmp_path: Path) -> None:
    source = tmp_path / "from-a-tool.jsonl"
    source.write_text(json.dumps({"article": article, "text": "It rained.", "rows": [], "spans": []}) + "\n")
    before = files(tmp_path)
    words = ["import", "jsonl", source, "--annotator", "me", "--folder", tmp_path / "deep" / "annotations"]
    done = do("annotate", *words)
    assert done.exit_code != 0
    assert "is no file name" in done.output
    assert files(tmp_path) == before


@pytest.mark.parametrize("name", ["../x", "/srv/x", "nul", "a/b", ".", LONG])
def test_an_annotators_name_is_no_path(name: str, tmp_path: Path) -> None:
    source = tmp_path / "from-a-tool.jsonl"
    source.write_text(json.dumps({"article": "a", "text": "It rained.", "rows": [], "spans": []}) + "\n")
    with pytest.raises(UsageError, match="is no file name"):
        CliRunner().invoke(
            app, ["annotate", "import", "jsonl", str(source), "--annotator", name], catch_exceptions=False
        )
