"""Actors: what they said where, in order of time, and when they changed sides."""

from made_up_runs import Story, corpus_of

RUIZ = ("Ana Ruiz", "person", "Mayor")


def spoke(side: str, day: str | None, **more: str) -> Story:
    return {"said": [("It rained.", side, RUIZ)], "published": day, **more}


def test_a_change_of_side_is_a_flip_whatever_comes_between() -> None:
    stories = {"z": spoke("pro", "2015-01-01"), "m": spoke("neutral", "2016-01-01"), "a": spoke("anti", "2017-01-01")}
    (actor,) = corpus_of(stories)["actors"]
    assert [a["article"] for a in actor["appearances"]] == ["z", "m", "a"]
    assert actor["flips"] == [{"before": "z", "after": "a", "was": "pro", "now": "anti"}]
    assert actor["position"] == "mixed"


def test_undated_articles_and_near_copies_show_no_flip() -> None:
    stories = {"a": spoke("pro", "2015-01-01"), "b": spoke("anti", None)}
    stories["c"] = spoke("anti", "2017-01-01", duplicate_of="b")
    (actor,) = corpus_of(stories)["actors"]
    assert [a["article"] for a in actor["appearances"]] == ["a", "c", "b"]
    assert actor["flips"] == []
    assert (actor["stance"]["anti"], actor["distinct"]["anti"]) == (2, 1)
