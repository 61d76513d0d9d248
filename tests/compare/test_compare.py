import copy
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.compare.result import Comparison
from pipeline.errors import InputError
from pipeline.records.jsonl import adapter

Run = dict[str, list[dict[str, Any]]]
Diff = Callable[[Run, Run], dict[str, Any]]
SETTINGS = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)

# One change of one record each: file, kind of the change, field, how to change its value.
ONE: list[tuple[str, str, str, Callable[[Any], Any]]] = [
    ("articles", "article", "title", lambda v: f"{v} <b>"),
    ("articles", "article", "source", lambda _: "The Ledger"),
    ("articles", "article", "published", lambda _: "2021-02-03"),
    ("articles", "article", "authors", lambda v: [*v, "Di Poe"]),
    ("articles", "article", "duplicate_of", lambda _: "harbor"),
    ("sentences", "sentence", "kind", lambda _: "caption"),
    ("stances", "label", "label", lambda v: "neutral" if v != "neutral" else "pro"),
    ("stances", "label", "scores", lambda v: {**v, "pro": round(v["pro"] + 0.1, 4)}),
    ("stances", "label", "uncertain", lambda v: not v),
    ("stances", "label", "voice", lambda v: "author" if v != "author" else "quoted"),
    ("stances", "label", "why", lambda v: [*v, "word:odd"]),
    ("entities", "entity", "label", lambda _: "EVENT"),
    ("entities", "entity", "entity", lambda v: f"{v} II"),
    ("entities", "entity", "method", lambda _: "guess"),
    ("quotes", "quote", "type", lambda v: "direct" if v != "direct" else "mixed"),
    ("quotes", "quote", "cue", lambda v: None if v else [0, 1]),
    ("quotes", "quote", "source", lambda v: [v[0], v[1] + 1] if v else [0, 1]),
    ("quotes", "quote", "speaker", lambda _: None),
    ("quotes", "quote", "confidence", lambda _: 0.1234),
    ("quotes", "quote", "asserted", lambda v: not v),
    ("speakers", "speaker", "kind", lambda v: "group" if v != "group" else "person"),
    ("speakers", "speaker", "role", lambda v: f"former {v}"),
    ("speakers", "speaker", "affiliation", lambda v: f"{v} office"),
    ("speakers", "speaker", "position", lambda _: "mixed"),
    ("speakers", "speaker", "stance", lambda v: {**v, "anti": v["anti"] + 1}),
    ("speakers", "speaker", "mentions", lambda v: [*v, [0, 2]]),
    ("maps", "map", "issue", lambda v: f"{v}!"),
    ("maps", "map", "summary", lambda v: {**v, "claims": {**v["claims"], "pro": v["claims"]["pro"] + 1}}),
]
NODE: list[tuple[str, Callable[[Any], Any]]] = [
    ("type", lambda v: "premise" if v != "premise" else "claim"),
    ("stance", lambda v: "anti" if v != "anti" else "pro"),
    ("confidence", lambda _: 0.0123),
]
EDGE: list[tuple[str, Callable[[Any], Any]]] = [
    ("relation", lambda v: "attacks" if v != "attacks" else "supports"),
    ("confidence", lambda _: 0.0123),
    ("why", lambda _: "a guess"),
]


def changes(found: dict[str, Any]) -> list[dict[str, Any]]:
    return [change for article in found["articles"] for change in article["changes"]]


def mirrored(found: dict[str, Any]) -> dict[str, Any]:
    """Give what the comparison the other way round must say, but for the order and for titles and texts."""
    other = {"added": "removed", "removed": "added", "changed": "changed"}

    def turn(values: dict[str, Any]) -> dict[str, Any]:
        return {**values, "before": values["after"], "after": values["before"]}

    counts = [{**turn(c), "added": c["removed"], "removed": c["added"]} for c in found["counts"]]
    articles = [
        {
            "article": a["article"],
            "how": other[a["how"]],
            "changes": [
                {**turn(c), "how": other[c["how"]], "fields": {n: turn(v) for n, v in c["fields"].items()}}
                for c in a["changes"]
            ],
        }
        for a in found["articles"]
    ]
    tables = {name: list(map(turn, found[name])) for name in ("provenance", "figures", "turns")}
    return {**found, **tables, "counts": counts, "articles": articles}


def sorted_out(found: dict[str, Any]) -> dict[str, Any]:
    articles = [
        {
            "article": a["article"],
            "how": a["how"],
            "changes": sorted(repr({k: v for k, v in c.items() if k != "text"}) for c in a["changes"]),
        }
        for a in found["articles"]
    ]
    tables = {name: sorted(map(repr, (map(sorted, map(dict.items, found[name]))))) for name in ("provenance", "turns")}
    return {**found, **tables, "articles": articles}


def renumbered(run: Run, order: Callable[[list[Any]], list[Any]]) -> Run:
    """Give the same run with other numbers in its ids, and its lines, nodes and edges in another order."""
    new: dict[str, str] = {}
    for name, letter in (("sentences", "s"), ("entities", "e"), ("quotes", "q"), ("speakers", "p")):
        for number, record in enumerate(order(list(run[name]))):
            new[record["id"]] = f"{record['article']}:{letter}{number + 7}"
    for found in run["maps"]:
        for number, node in enumerate(order(list(found["nodes"]))):
            new[node["id"]] = f"{found['article']}:n{number + 7}"

    def change(value: Any) -> Any:
        if isinstance(value, str):
            return new.get(value, value)
        if isinstance(value, dict):
            return {k: order(list(map(change, v))) if k in ("nodes", "edges", "mentions", "quotes") and isinstance(v, list) else change(v) for k, v in value.items()}  # fmt: skip
        return list(map(change, value)) if isinstance(value, list) else value

    return {name: order(list(map(change, records))) for name, records in run.items()}


def test_a_run_and_itself_do_not_differ(analysed: Run, diff: Diff) -> None:
    found = diff(analysed, analysed)
    assert (found["changed"], found["articles"], found["provenance"], found["turns"]) == (False, [], [], [])
    assert all(c["before"] == c["after"] == len(analysed["sentences"]) for c in found["counts"] if c["kind"] == "label")


@SETTINGS
@given(data=st.data())
def test_order_and_numbers_do_not_matter(data: st.DataObject, analysed: Run, diff: Diff) -> None:
    other = renumbered(analysed, lambda records: data.draw(st.permutations(records)))
    found = diff(analysed, other)
    assert found == diff(analysed, analysed)


def test_changes_come_by_article_then_by_kind_then_by_place(analysed: Run, diff: Diff) -> None:
    after = copy.deepcopy(analysed)
    for stance in after["stances"]:
        stance["why"] = ["word:odd"]
    for sentence in after["sentences"]:
        sentence["kind"] = "caption"
    found = diff(
        {name: records[::-1] for name, records in analysed.items()}, {name: r[::-1] for name, r in after.items()}
    )
    assert [a["article"] for a in found["articles"]] == ["harbor", "ridge"]
    for article in found["articles"]:
        spans = [[[s["start"], s["end"]]] for s in analysed["sentences"] if s["article"] == article["article"]]
        assert [c["kind"] for c in article["changes"]] == ["sentence"] * len(spans) + ["label"] * len(spans)
        assert [c["after"] for c in article["changes"]] == spans * 2


@SETTINGS
@given(data=st.data())
def test_every_single_change_of_a_field_is_reported_and_nothing_else(
    data: st.DataObject, analysed: Run, diff: Diff
) -> None:
    file, kind, field, other = data.draw(st.sampled_from(ONE))
    after = copy.deepcopy(analysed)
    record = data.draw(st.sampled_from([r for r in after[file] if other(r[field]) != r[field]]))
    before = record[field]
    record[field] = other(before)
    found = diff(analysed, after)
    (change,) = changes(found)
    assert (change["kind"], change["how"], list(change["fields"])) == (kind, "changed", [field])
    if field in ("title", "label", "position", "scores", "entity", "issue"):
        assert change["fields"][field] == {"before": before, "after": record[field]}
    assert found["changed"]
    assert [c["kind"] for c in found["counts"] if c["changed"] or c["added"] or c["removed"]] == [kind]


@SETTINGS
@given(data=st.data())
def test_every_single_change_of_a_node_or_an_edge_is_reported(data: st.DataObject, analysed: Run, diff: Diff) -> None:
    part, fields = data.draw(st.sampled_from([("nodes", NODE), ("edges", EDGE)]))
    field, other = data.draw(st.sampled_from(fields))
    after = copy.deepcopy(analysed)
    records = [r for m in after["maps"] for r in m[part] if r.get("type") != "issue" and other(r[field]) != r[field]]
    record = data.draw(st.sampled_from(records))
    before = record[field]
    record[field] = other(before)
    (change,) = changes(diff(analysed, after))
    assert (change["kind"], change["how"]) == (part[:-1], "changed")
    assert change["fields"] == {field: {"before": before, "after": record[field]}}


@SETTINGS
@given(data=st.data())
def test_a_new_target_is_told_by_its_text(data: st.DataObject, analysed: Run, diff: Diff) -> None:
    after = copy.deepcopy(analysed)
    found_map = data.draw(st.sampled_from(after["maps"]))
    edge = data.draw(st.sampled_from(found_map["edges"]))
    nodes = {n["id"]: n for n in found_map["nodes"] if n["id"] != edge["target"]}
    before = next(n["text"] for n in found_map["nodes"] if n["id"] == edge["target"])
    edge["target"] = data.draw(st.sampled_from(sorted(nodes)))
    (change,) = changes(diff(analysed, after))
    assert change["fields"] == {"target": {"before": before, "after": nodes[edge["target"]]["text"]}}
    assert change["text"] == nodes.get(edge["source"], {"text": before})["text"]


@SETTINGS
@given(data=st.data())
def test_every_removed_record_is_reported_and_nothing_else(data: st.DataObject, analysed: Run, diff: Diff) -> None:
    file = data.draw(st.sampled_from(["entities", "quotes", "stances"]))
    after = copy.deepcopy(analysed)
    record = after[file].pop(data.draw(st.integers(0, len(after[file]) - 1)))
    (change,) = changes(diff(analysed, after))
    assert (change["kind"], change["how"]) == (
        {"entities": "entity", "quotes": "quote", "stances": "label"}[file],
        "removed",
    )
    assert change["after"] == []
    if "content" in record:
        assert change["before"] == record["content"]
    (change,) = changes(diff(after, analysed))
    assert change["how"] == "added"


@SETTINGS
@given(data=st.data())
def test_both_directions_mirror_each_other(data: st.DataObject, analysed: Run, diff: Diff) -> None:
    after = copy.deepcopy(analysed)
    for file, _, field, other in data.draw(st.lists(st.sampled_from(ONE), max_size=6)):
        record = data.draw(st.sampled_from(after[file]))
        record[field] = other(record[field])
    for file in data.draw(st.lists(st.sampled_from(["entities", "quotes", "stances"]), max_size=2)):
        after[file].pop()
    article = data.draw(st.sampled_from(after["articles"]))
    cut = data.draw(st.integers(0, len(article["text"]) - 1))
    # Only what stands before the cut keeps its place.
    article["text"] = article["text"][:cut] + data.draw(st.sampled_from(["x", " ", "é\n", ""])) + article["text"][cut:]
    one, two = diff(analysed, after), diff(after, analysed)
    assert sorted_out(mirrored(one)) == sorted_out(two)


def test_an_article_that_comes_or_goes_is_told_as_one(analysed: Run, diff: Diff) -> None:
    after = {
        name: [r for r in records if r.get("article", r.get("id")) != "ridge"] for name, records in analysed.items()
    }
    found = diff(analysed, after)
    assert [(a["article"], a["how"], a["changes"]) for a in found["articles"]] == [("ridge", "removed", [])]
    (count,) = [c for c in found["counts"] if c["kind"] == "sentence"]
    gone = [s for s in analysed["sentences"] if s["article"] == "ridge"]
    assert (count["removed"], count["after"]) == (len(gone), count["before"] - len(gone))
    assert [a["how"] for a in diff(after, analysed)["articles"]] == ["added"]
    assert found["turns"] == []


def test_what_made_the_maps_is_compared(analysed: Run, diff: Diff) -> None:
    after = copy.deepcopy(analysed)
    for found_map in after["maps"]:
        found_map["provenance"]["parser"] = "other-1"
    found = diff(analysed, after)
    before = analysed["maps"][0]["provenance"]["parser"]
    assert found["changed"]
    assert found["provenance"] == [{"field": "parser", "before": before, "after": "other-1", "articles": 2}]
    assert found["articles"] == []


def test_a_word_put_in_moves_all_that_follows_and_changes_only_its_sentence(analysed: Run, diff: Diff) -> None:
    after = copy.deepcopy(analysed)
    text = analysed["articles"][0]["text"]
    at = text.index("safe")

    def moved(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: (v + 5 if k in ("start", "end") and isinstance(v, int) and v > at else moved(v)) for k, v in value.items()}  # fmt: skip
        if isinstance(value, list) and len(value) == 2 and all(isinstance(v, int) for v in value):
            return [v + 5 if v > at else v for v in value]
        return list(map(moved, value)) if isinstance(value, list) else value

    for name, records in after.items():
        after[name] = [moved(r) if r.get("article", r.get("id")) == "harbor" else r for r in records]
    after["articles"][0]["text"] = text[:at] + "very " + text[at:]
    found = diff(analysed, after)
    sentences = [c for c in changes(found) if c["kind"] == "sentence"]
    assert [(c["how"], c["text"]) for c in sentences] == [
        ("added", "Mayor Ana Ruiz said the sanctuary rule keeps families very safe."),
        ("removed", "Mayor Ana Ruiz said the sanctuary rule keeps families safe."),
    ]
    (article,) = [c for c in changes(found) if c["kind"] == "article"]
    assert article["fields"] == {"text": {"before": ["safe."], "after": ["very safe."]}}
    assert not [c for c in changes(found) if c["kind"] in ("entity", "speaker")]
    assert {c["how"] for c in changes(found)} == {"changed", "added", "removed"}


def test_two_speakers_of_one_name_are_told_apart_by_their_values(analysed: Run, diff: Diff) -> None:
    twin = {**analysed["speakers"][0], "id": "harbor:p90", "role": "twin"}
    before = {**analysed, "speakers": [*analysed["speakers"], twin]}
    after = {**analysed, "speakers": [{**twin, "role": "other"}, *analysed["speakers"]]}
    assert diff(before, {**before, "speakers": before["speakers"][::-1]})["articles"] == []
    (change,) = changes(diff(before, after))
    assert change["fields"] == {"role": {"before": "twin", "after": "other"}}
    (change,) = changes(diff(analysed, after))
    assert (change["kind"], change["how"]) == ("speaker", "added")


@pytest.mark.parametrize(
    ("file", "field", "says"),
    [
        ("stances", "sentence", "no record 'nowhere'"),
        ("quotes", "speaker", "no record 'nowhere'"),
        ("entities", "article", "no article 'nowhere'"),
    ],
)
def test_a_record_that_names_what_is_not_there_is_an_error(
    file: str, field: str, says: str, analysed: Run, diff: Diff
) -> None:
    after = copy.deepcopy(analysed)
    after[file][0][field] = "nowhere"
    with pytest.raises(InputError, match=says):
        diff(analysed, after)


def test_an_article_twice_is_an_error(analysed: Run, diff: Diff) -> None:
    after = {**analysed, "articles": [*analysed["articles"], analysed["articles"][0]]}
    with pytest.raises(InputError, match="2 lines for the article 'harbor'"):
        diff(analysed, after)


def test_json_has_the_shape_of_its_record_type(analysed: Run, diff: Diff) -> None:
    after = copy.deepcopy(analysed)
    after["stances"][0]["uncertain"] = not after["stances"][0]["uncertain"]
    found = diff(analysed, after)
    adapter(Comparison).validate_python(found)
    assert list(found) == ["format", "changed", "provenance", "counts", "figures", "turns", "articles"]
    assert list(changes(found)[0]) == ["kind", "how", "text", "before", "after", "fields"]
