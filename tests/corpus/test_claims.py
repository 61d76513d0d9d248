"""Claims that make one point are one group, by the code book or by their words."""

from made_up_runs import Story, corpus_of

BELL = "The bell of the old mill rang twice before the council took its vote"


def told(*texts: str, side: str = "pro", **more: str) -> Story:
    return {"said": [(text, side, None) for text in texts], **more}


def test_one_point_in_other_words_is_one_group_for_each_side() -> None:
    a = told("Immigrants will not come forward if they fear the police.", source="WQX", published="2018-02-01")
    b = told("The chief said victims stopped calling the police.", source="Harlow Sun", published="2017-05-01")
    c = told("The trust argument is a myth.", side="anti")
    pro, anti = corpus_of({"a": a, "b": b, "c": c})["claims"]
    assert (pro["point"], pro["stance"], pro["articles"]) == ("trust", "pro", ["a", "b"])
    assert (pro["outlets"], pro["first"]) == (["Harlow Sun", "WQX"], "2017-05-01")
    assert (anti["point"], anti["stance"], anti["articles"]) == ("trust", "anti", ["c"])


def test_a_sentence_of_two_points_is_in_two_groups() -> None:
    said = "Jails must not hold people without a warrant, and victims who fear deportation will not call the police."
    assert {c["point"] for c in corpus_of({"a": told(said)})["claims"]} == {"trust", "detainers"}


def test_nodes_without_a_point_are_grouped_by_their_words() -> None:
    found = corpus_of({"a": told(f"{BELL}."), "b": told(f"{BELL} on Monday."), "c": told("Her list is long and old.")})
    (group,) = found["claims"]
    assert group["point"] is None
    assert group["nodes"] == ["a:n1", "b:n1"]
    assert group["text"] == f"{BELL}."


def test_like_words_of_two_sides_are_not_one_group() -> None:
    assert corpus_of({"a": told(f"{BELL}."), "b": told(f"{BELL}.", side="anti")})["claims"] == []


def test_a_near_copy_alone_makes_no_group_and_joins_the_one_there_is() -> None:
    copy = told(f"{BELL} on Monday.", duplicate_of="a")
    assert corpus_of({"a": told(f"{BELL}."), "z": copy})["claims"] == []
    (group,) = corpus_of({"a": told(f"{BELL}."), "b": told(f"{BELL}!"), "z": copy})["claims"]
    assert group["nodes"] == ["a:n1", "b:n1", "z:n1"]
    assert (group["reach"]["nodes"], group["distinct"]["nodes"]) == (3, 2)
