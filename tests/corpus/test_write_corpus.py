"""What holds across articles does not hang on their ids, on their order, or on copies of them."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_runs import Corpus, Story, corpus_of

from pipeline.corpus.code_book import shipped_book

TEXTS = (
    "Victims will not come forward if they fear the police.",
    "A detainer is not signed by a judge, and it costs our deputies time.",
    "The jail released a violent criminal back onto the street.",
    "No city is above the law, and cities that defy it should lose federal money.",
    "The bell of the old mill rang twice before the vote was taken.",
    "The bell of the old mill rang three times before the vote was taken.",
    "Her brother keeps a list of every winter since the flood took the bridge.",
    "It rained.",
)
VOICES = (
    None,
    ("Ana Ruiz", "person", "Mayor"),
    ("Ana M. Ruiz", "person", None),
    ("Ruiz", "person", "Mayor"),
    ("Harlow Defense Fund", "organisation", None),
    ("HDF", "organisation", None),
    ("officials", "group", None),
    ("a farmer", "unnamed", None),
)
SAID = st.tuples(st.sampled_from(TEXTS), st.sampled_from(["pro", "anti", "neutral"]), st.sampled_from(VOICES))
STORIES = st.lists(
    st.fixed_dictionaries(
        {"said": st.lists(SAID, max_size=6), "source": st.sampled_from([None, "The Harlow Sun", "Harlow Sun", "WQX"])}
    ),
    min_size=1,
    max_size=6,
).map(lambda stories: [{**story, "published": f"2018-01-0{day}"} for day, story in enumerate(stories, 1)])


def figures(found: Corpus) -> dict[str, list[Any]]:
    """Keep what must not change: the distinct figures, without the ids of articles."""
    claims = [(c["point"], c["stance"], c["text"], c["distinct"]) for c in found["claims"] if c["distinct"]["nodes"]]
    actors = [
        (a["name"], a["distinct"], a["position"], [(f["was"], f["now"]) for f in a["flips"]]) for a in found["actors"]
    ]
    outlets = [(o["name"], o["distinct"]) for o in found["outlets"]]
    return {"claims": claims, "actors": actors, "outlets": outlets}


@settings(max_examples=30, deadline=None)
@given(STORIES, st.randoms(use_true_random=False))
def test_other_ids_give_the_same_figures(stories: list[Story], random: Any) -> None:
    names = [f"a{n}" for n in range(len(stories))]
    before = corpus_of(dict(zip(names, stories, strict=True)))
    random.shuffle(names)
    assert figures(corpus_of(dict(zip(names, stories, strict=True)))) == figures(before)


@settings(max_examples=30, deadline=None)
@given(STORIES, st.data())
def test_a_near_copy_changes_no_distinct_figure(stories: list[Story], data: st.DataObject) -> None:
    originals = {f"a{n}": story for n, story in enumerate(stories)}
    copied = data.draw(st.sampled_from(sorted(originals)))
    said = [*originals[copied]["said"], data.draw(SAID)] if originals[copied]["said"] else []
    voices = {voice for _, _, voice in originals[copied]["said"]}
    said = [(text, label, voice if voice in voices else None) for text, label, voice in said]
    copy = {**originals[copied], "said": said, "duplicate_of": copied}
    assert figures(corpus_of({**originals, "z": copy})) == figures(corpus_of(originals))


@settings(max_examples=30, deadline=None)
@given(STORIES)
def test_ids_are_those_of_nodes_articles_and_actors_and_all_is_sorted(stories: list[Story]) -> None:
    found = corpus_of({f"a{n}": story for n, story in enumerate(stories)})
    actors = {a["id"] for a in found["actors"]}
    assert [a["id"] for a in found["actors"]] == [f"a{n}" for n in range(len(actors))]
    assert [c["id"] for c in found["claims"]] == [f"c{n}" for n in range(len(found["claims"]))]
    reached = [c["distinct"]["articles"] for c in found["claims"]]
    assert reached == sorted(reached, reverse=True)
    for claim in found["claims"]:
        assert set(claim["actors"]) <= actors
        assert claim["articles"] == sorted({node.split(":")[0] for node in claim["nodes"]})
        sizes = {key: len(claim[key]) for key in ("nodes", "articles", "outlets", "actors")}
        assert claim["reach"] == claim["distinct"] == sizes
    assert [o["name"] or "~" for o in found["outlets"]] == sorted(o["name"] or "~" for o in found["outlets"])


@settings(max_examples=30, deadline=None)
@given(STORIES)
def test_a_node_is_in_a_group_for_each_of_its_points_or_in_one_by_wording(stories: list[Story]) -> None:
    found = corpus_of({f"a{n}": story for n, story in enumerate(stories)})
    for n, story in enumerate(stories):
        for number, (text, label, _) in enumerate(story["said"], 1):
            points = [c["point"] for c in found["claims"] if f"a{n}:n{number}" in c["nodes"]]
            sides = {c["stance"] for c in found["claims"] if f"a{n}:n{number}" in c["nodes"]}
            wanted = shipped_book().points_of(text, label) if label != "neutral" else []
            assert sorted(points, key=str) == sorted(wanted) or (not wanted and points in ([], [None]))
            assert sides <= {label}


def test_an_article_without_a_side_gives_an_outlet_and_no_claims() -> None:
    found = corpus_of({"a": {"said": [("It rained.", "neutral", None)], "source": "WQX"}})
    assert found["claims"] == found["actors"] == []
    assert found["outlets"][0]["all"]["sentences"] == {"pro": 0, "anti": 0, "neutral": 1}
