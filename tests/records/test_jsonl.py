import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import InputError, MissingArtifactError
from pipeline.records import Quote, Sentence
from pipeline.records.grouped import Grouped
from pipeline.records.jsonl import atomic, dump_line, read

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40)
QUOTES = st.builds(
    Quote,
    id=TEXT,
    article=TEXT,
    type=st.sampled_from(["direct", "indirect", "mixed"]),
    content=st.lists(st.tuples(st.integers(0, 99), st.integers(100, 200)), max_size=3).map(tuple),
    cue=st.none() | st.tuples(st.integers(0, 9), st.integers(10, 20)),
    source=st.none(),
    speaker=st.none() | TEXT,
    sentences=st.lists(TEXT, max_size=3).map(tuple),
    confidence=st.integers(0, 10000).map(lambda n: n / 10000),
    why=TEXT,
)


@given(st.lists(QUOTES, max_size=5))
def test_records_survive_a_round_trip(tmp_path_factory: pytest.TempPathFactory, quotes: list[Quote]) -> None:
    path = tmp_path_factory.mktemp("round") / "quotes.jsonl"
    with atomic(path) as lines:
        lines.writelines(dump_line(q) + "\n" for q in quotes)
    assert list(read(path, Quote, "quotes")) == quotes


def test_floats_have_four_decimals_and_keys_keep_their_order() -> None:
    quote = Quote(
        id="q", article="a", type="direct", content=((0, 1),), cue=None, source=None, speaker=None, sentences=(), confidence=1 / 3, why="", asserted=True
    )  # fmt: skip
    row = json.loads(dump_line(quote))
    assert row["confidence"] == 0.3333
    assert list(row) == [
        "id",
        "article",
        "type",
        "content",
        "cue",
        "source",
        "speaker",
        "sentences",
        "confidence",
        "why",
        "asserted",
    ]


def test_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text("old\n")
    with pytest.raises(RuntimeError), atomic(path) as lines:
        lines.write("new")
        raise RuntimeError
    assert path.read_text() == "old\n"
    assert list(tmp_path.iterdir()) == [path]


def test_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "sentences.jsonl"
    path.write_text('{"id": "a:s0"}\n')
    with pytest.raises(InputError) as caught:
        list(read(path, Sentence, "sentences"))
    assert caught.value.where == f"{path}:1"


def test_missing_file_names_the_stage_to_run(tmp_path: Path) -> None:
    with pytest.raises(MissingArtifactError) as caught:
        list(read(tmp_path / "none.jsonl", Sentence, "sentences"))
    assert "argmap sentences" in caught.value.fix


def test_grouped_gives_one_article_after_the_other(tmp_path: Path) -> None:
    def sentence(article: str, index: int) -> Sentence:
        return Sentence(id="", article=article, index=index, start=0, end=1, text="x", kind="body", paragraph=0)

    rows = [sentence("a", 0), sentence("a", 1), sentence("c", 0)]
    path = tmp_path / "sentences.jsonl"
    with atomic(path) as lines:
        lines.writelines(dump_line(row) + "\n" for row in rows)
    grouped = Grouped(path, Sentence, "sentences", lambda s: s.article)
    assert [len(grouped.of(a)) for a in ("a", "b", "c")] == [2, 0, 1]
