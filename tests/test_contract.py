"""What a user may rely on, held against a whole run: order, ids, offsets, links between files, the tree."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from pipeline.kept.box import unpack
from pipeline.kept.cache import ENDING

Records = dict[str, list[dict[str, Any]]]
FIRST = {
    "sentences": lambda r: r["start"],
    "entities": lambda r: r["start"],
    "quotes": lambda r: r["content"][0][0],
    "speakers": lambda r: min(m[0] for m in r["mentions"]),
}


@pytest.fixture(scope="module")
def records(run_on_seeds: Path) -> Records:
    return {
        path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in run_on_seeds.glob("*.jsonl")
    }


@pytest.fixture(scope="module")
def texts(records: Records) -> dict[str, str]:
    return {a["id"]: a["text"] for a in records["articles"]}


def test_articles_are_sorted_and_their_blocks_cover_the_text(records: Records) -> None:
    ids = [a["id"] for a in records["articles"]]
    assert ids == sorted(ids)
    assert [m["article"] for m in records["maps"]] == ids
    for article in records["articles"]:
        at = 0
        for block in [*article["blocks"], {"start": len(article["text"]), "end": len(article["text"])}]:
            assert not article["text"][at : block["start"]].strip()
            assert at <= block["start"] <= block["end"]
            at = block["end"]


@pytest.mark.parametrize("name", FIRST)
def test_records_are_sorted_and_their_ids_count_from_0(records: Records, name: str) -> None:
    places = [(r["article"], FIRST[name](r)) for r in records[name]]
    assert places == sorted(places)
    seen: Counter[str] = Counter()
    for record in records[name]:
        assert record["id"] == f"{record['article']}:{name[0] if name != 'speakers' else 'p'}{seen[record['article']]}"
        seen[record["article"]] += 1


def test_offsets_give_the_text(records: Records, texts: dict[str, str]) -> None:
    nodes = [{**n, "article": m["article"]} for m in records["maps"] for n in m["nodes"] if n["type"] != "issue"]
    for record in [*records["sentences"], *records["entities"], *nodes]:
        assert texts[record["article"]][record["start"] : record["end"]] == record["text"]
    for quote in records["quotes"]:
        spans = [
            *quote["content"],
            *([quote["cue"]] if quote["cue"] else []),
            *([quote["source"]] if quote["source"] else []),
        ]
        assert all(0 <= start < end <= len(texts[quote["article"]]) for start, end in spans)


def test_entities_stand_inside_their_sentences(records: Records) -> None:
    sentences = {s["id"]: s for s in records["sentences"]}
    for entity in records["entities"]:
        inside = sentences[entity["sentence"]]
        assert inside["start"] <= entity["start"] <= entity["end"] <= inside["end"]


def test_quotes_and_speakers_name_each_other(records: Records) -> None:
    spoken = {(q["speaker"], q["id"]) for q in records["quotes"] if q["speaker"]}
    assert spoken == {(s["id"], q) for s in records["speakers"] for q in s["quotes"]}


def test_every_sentence_has_a_stance_whose_label_is_its_largest_score(records: Records) -> None:
    assert [s["sentence"] for s in records["stances"]] == [s["id"] for s in records["sentences"]]
    kinds = {s["id"]: s["kind"] for s in records["sentences"]}
    for stance in records["stances"]:
        scores = stance["scores"]
        assert sum(scores.values()) == pytest.approx(1, abs=0.0003)
        assert scores[stance["label"]] == max(scores.values())
        assert (stance["voice"] == "headline") == (kinds[stance["sentence"]] == "headline")
        assert stance["voice"] != "reported" or stance["speaker"]


def test_speakers_have_the_stances_of_their_sentences(records: Records) -> None:
    for speaker in records["speakers"]:
        labels = Counter(s["label"] for s in records["stances"] if s["speaker"] == speaker["id"])
        assert speaker["stance"] == {label: labels[label] for label in ("pro", "anti", "neutral")}
        stanced = labels["pro"] + labels["anti"]
        sides = [side for side in ("pro", "anti") if stanced and labels[side] >= 0.75 * stanced]
        assert speaker["position"] == (sides[0] if sides else "mixed" if stanced else "neutral")


def test_maps_are_trees_rooted_in_the_issue(records: Records) -> None:
    for found in records["maps"]:
        root, *nodes = found["nodes"]
        assert root["text"] == found["issue"] == "Sanctuary policies are good"
        assert {root[k] for k in ("sentence", "start", "end", "stance", "speaker", "confidence")} == {None}
        target = {e["source"]: e["target"] for e in found["edges"]}
        assert len(target) == len(found["edges"]) == len(nodes)
        assert len({n["sentence"] for n in nodes}) == len(nodes)
        for node in nodes:
            at, steps = node["id"], 0
            while at != root["id"]:
                at, steps = target[at], steps + 1
                assert steps <= len(nodes)
        assert found["speakers"] == [s for s in records["speakers"] if s["article"] == found["article"]]


def test_groups_of_claims_name_nodes_of_their_side_and_actors(records: Records) -> None:
    nodes = {n["id"]: (m["article"], n["stance"]) for m in records["maps"] for n in m["nodes"]}
    actors = {a["id"] for a in records["actors"]}
    assert records["claims"]
    for group in records["claims"]:
        assert {nodes[n][1] for n in group["nodes"]} == {group["stance"]} <= {"pro", "anti"}
        assert group["articles"] == sorted({nodes[n][0] for n in group["nodes"]})
        assert set(group["actors"]) <= actors


def test_actors_are_named_speakers_with_the_stances_of_their_articles(records: Records) -> None:
    speakers = {s["id"]: s for s in records["speakers"]}
    assert [a["id"] for a in records["actors"]] == [f"a{n}" for n in range(len(records["actors"]))]
    assert [a["name"] for a in records["actors"]] == sorted(a["name"] for a in records["actors"])
    for actor in records["actors"]:
        assert actor["kind"] in ("person", "organisation")
        met = [speakers[a["speaker"]] for a in actor["appearances"]]
        assert [s["article"] for s in met] == [a["article"] for a in actor["appearances"]]
        assert actor["stance"] == {side: sum(s["stance"][side] for s in met) for side in ("pro", "anti", "neutral")}


def test_outlets_hold_every_article_and_sentence_once(records: Records) -> None:
    assert sum(o["all"]["articles"] for o in records["outlets"]) == len(records["articles"])
    counted = sum(sum(o["all"]["sentences"].values()) for o in records["outlets"])
    assert counted == len(records["stances"])


def test_nothing_of_the_machine_is_written(run_on_seeds: Path) -> None:
    for path in filter(Path.is_file, run_on_seeds.rglob("*")):
        data = path.read_bytes()
        kept = b"".join(unpack(data).values()) if path.suffix == ENDING else data
        assert str(Path.cwd()).encode() not in kept
        assert str(Path.home()).encode() not in kept or len(str(Path.home())) < 2
