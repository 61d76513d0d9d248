"""Tables for pandas: the same from a folder and from results, joined, with what is missing told apart."""

from pathlib import Path

import pandas as pd
import pytest

from pipeline import frames, load, to_frame
from pipeline.errors import MissingArtifactError, UsageError
from pipeline.extras import need
from pipeline.records import Actor, Appearance, ClaimGroup, Coverage, Flip, Outlet, Reach, StanceCounts
from pipeline.records.article_records import read_articles
from pipeline.records.jsonl import dump_line
from pipeline.tables.walk import OF_ARTICLE

TEXT = "Mayor Ana Ruiz said the sanctuary rule keeps families safe.\n\n“We will not yield,” she said."
ONE, TWO = StanceCounts(pro=1, anti=0, neutral=0), StanceCounts(pro=2, anti=1, neutral=0)
REACH = Reach(nodes=2, articles=2, outlets=1, actors=1)
SEEN = Appearance(article="a", speaker="a:p0", published="2019-01-02", position="pro", stance=ONE, duplicate=False)
CORPUS = {
    "claims": ClaimGroup(
        id="c0", stance="pro", point=None, text="It is safe.", nodes=("a:n1", "b:n1"), articles=("a", "b"),
        outlets=("Town Post",), actors=("a0",), first=None, reach=REACH, distinct=REACH,
    ),
    "actors": Actor(
        id="a0", name="Ana Ruiz", kind="person", role=None, affiliation=None, appearances=(SEEN, SEEN), stance=TWO,
        distinct=ONE, position="pro", flips=(Flip(before="a", after="b", was="pro", now="anti"),),
    ),
    "outlets": Outlet(
        name=None, first=None, last=None, all=Coverage(articles=2, sentences=TWO, nodes=ONE),
        distinct=Coverage(articles=1, sentences=ONE, nodes=ONE),
    ),
}  # fmt: skip


@pytest.fixture
def with_corpus(run_on_seeds: Path, tmp_path: Path) -> Path:
    for path in run_on_seeds.glob("*.jsonl"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    for name, record in CORPUS.items():
        (tmp_path / f"{name}.jsonl").write_text(dump_line(record) + "\n", encoding="utf-8")
    return tmp_path


def test_a_folder_and_its_records_give_the_same_tables(run_on_seeds: Path) -> None:
    whole = frames(run_on_seeds)
    for table in OF_ARTICLE:
        pd.testing.assert_frame_equal(to_frame(read_articles(run_on_seeds), table.name), whole[table.name])
        pd.testing.assert_frame_equal(to_frame(str(run_on_seeds), table.name), whole[table.name])


def test_tables_join_on_ids(run_on_seeds: Path) -> None:
    whole = frames(run_on_seeds)
    joined = whole["sentences"].merge(whole["speakers"], left_on="speaker", right_on="id", suffixes=("", "_of"))
    assert len(joined) == whole["sentences"]["speaker"].notna().sum()
    assert (joined["speaker_name"] == joined["name"]).all()
    nodes = whole["nodes"].merge(whole["edges"], left_on="id", right_on="source", suffixes=("", "_of"))
    assert (nodes["relation"] == nodes["relation_of"]).all()
    assert len(nodes) == len(whole["edges"])


def test_words_stand_at_their_offsets(run_on_seeds: Path) -> None:
    whole = frames(run_on_seeds)
    texts = whole["articles"].set_index("id")["text"]
    for row in whole["sentences"].itertuples():
        assert texts[row.article][row.start : row.end] == row.text
    for row in whole["quotes"].dropna(subset=["cue"]).itertuples():
        assert " ".join(texts[row.article][row.cue_start : row.cue_end].split()) == row.cue


def test_results_and_texts_give_tables() -> None:
    argmap = load()
    found = argmap(TEXT)
    assert found.to_frame()["speaker_name"].tolist() == ["Ana Ruiz", "Ana Ruiz"]
    assert found.to_frame("quotes")["type"].tolist() == ["indirect", "direct"]
    pd.testing.assert_frame_equal(argmap.to_frame([found], "nodes"), found.to_frame("nodes"))
    assert argmap.to_frame([TEXT, TEXT], "speakers")["article"].tolist() == ["text0", "text1"]
    assert argmap.to_frame(TEXT).shape == found.to_frame().shape


def test_the_issue_stands_nowhere_and_serves_nothing(run_on_seeds: Path) -> None:
    nodes = to_frame(run_on_seeds, "nodes")
    issues = nodes[nodes["type"] == "issue"]
    assert issues[["start", "speaker", "stance", "relation", "target", "confidence"]].isna().all(axis=None)
    assert nodes["start"].dtype == "Int64"


def test_what_holds_across_articles_is_a_table_too(with_corpus: Path) -> None:
    whole = frames(with_corpus)
    claim, actor, outlet = (whole[name].iloc[0] for name in CORPUS)
    assert (claim["text"], claim["reach_nodes"], claim["nodes"]) == ("It is safe.", 2, ["a:n1", "b:n1"])
    assert (actor["name"], actor["pro"], actor["anti"], actor["distinct_pro"]) == ("Ana Ruiz", 2, 1, 1)
    assert (actor["appearances"], actor["flips"]) == (2, 1)
    assert (outlet["articles"], outlet["sentences_anti"], outlet["distinct_nodes_pro"]) == (2, 1, 1)
    assert whole["appearances"]["actor"].tolist() == ["a0", "a0"]
    assert whole["outlets"]["name"].isna().all()


def test_a_table_that_is_not_there_is_told(run_on_seeds: Path) -> None:
    with pytest.raises(UsageError, match="one of articles, sentences"):
        to_frame(run_on_seeds, "nonsense")
    with pytest.raises(MissingArtifactError, match="argmap corpus"):
        to_frame(read_articles(run_on_seeds), "claims")


def test_a_missing_package_names_what_to_install() -> None:
    with pytest.raises(UsageError, match=r"pip install 'argmap\[export\]'"):
        need("no_such_package.part", "export")
