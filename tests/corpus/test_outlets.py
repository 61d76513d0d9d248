"""Outlets: forms of a name are one; near-copies are counted, and left out of the distinct figures."""

from made_up_runs import Story, corpus_of


def test_an_outlet_has_all_and_distinct_figures() -> None:
    said = [("It rained.", "pro", None), ("It snowed.", "neutral", None)]
    stories: dict[str, Story] = {
        "a": {"said": said, "source": "The Harlow Sun", "published": "2018-03-01"},
        "b": {"said": said, "source": "Harlow Sun", "published": "2017-03-01", "duplicate_of": "a"},
        "c": {"said": said, "source": "Harlow Sun"},
        "d": {"said": said},
    }
    sun, none = corpus_of(stories)["outlets"]
    assert (sun["name"], sun["first"], sun["last"]) == ("Harlow Sun", "2017-03-01", "2018-03-01")
    assert sun["all"] == {
        "articles": 3, "sentences": {"pro": 3, "anti": 0, "neutral": 3}, "nodes": {"pro": 3, "anti": 0, "neutral": 0},
    }  # fmt: skip
    assert sun["distinct"]["articles"] == 2
    assert (none["name"], none["all"]["articles"]) == (None, 1)
