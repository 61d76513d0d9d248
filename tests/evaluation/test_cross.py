"""Folds hold whole articles or outlets, and what is held out never reaches training."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.analysis.training import LabelledExample
from pipeline.classify.examples import Example
from pipeline.evaluation.cross import Labeller, by_article, by_outlet, cross_validate, folds, learning_curve
from pipeline.evaluation.learners import majority, own, tfidf
from pipeline.evaluation.stance import Judged
from pipeline.params import Params

Group = Callable[[LabelledExample], str]
WORDS = {"pro": "keeps families safe", "anti": "shields criminals", "neutral": "met on Monday"}


def row(article: str, outlet: str, stance: str, text: str = "") -> LabelledExample:
    example = Example(
        article=article, sentence=f"{article}:s0", text=text or f"the council of {article} {WORDS[stance]}", kind="body",
        quote="none", speaker_id=None, speaker="", speaker_kind="", description="", about="", policy=True, policy_near=True,
    )  # fmt: skip
    return LabelledExample(example=example, stance=stance, genre="wire", outlet=outlet, voice="author", real=False)


CORPUS = [row(f"a{n}", f"o{n // 2}", stance) for n in range(8) for stance in ("pro", "anti", "neutral")]
corpora = st.lists(
    st.builds(row, st.sampled_from("abcdef"), st.sampled_from("xyz"), st.sampled_from(sorted(WORDS))),
    min_size=2,
    max_size=20,
).filter(lambda rows: min(len({r.outlet for r in rows}), len({r.example.article for r in rows})) > 1)


@given(corpora, st.sampled_from([by_article, by_outlet]), st.integers(2, 5))
def test_no_group_stands_on_both_sides_and_every_row_is_held_out_once(
    rows: list[LabelledExample], group: Group, count: int
) -> None:
    held_out: list[int] = []
    for fitted, held in folds(rows, group, count):
        assert not {group(rows[n]) for n in fitted} & {group(rows[n]) for n in held}
        held_out += held
    assert sorted(held_out) == list(range(len(rows)))


@pytest.mark.parametrize("group", [by_article, by_outlet])
def test_a_learner_sees_neither_text_nor_label_of_what_it_labels(group: Group) -> None:
    seen: list[set[str]] = []

    def spy(rows: Sequence[LabelledExample]) -> Labeller:
        seen.append({group(r) for r in rows})
        return lambda held: [Judged(r.example.article, r.stance, "neutral", 1.0, genre=group(r)) for r in held]

    judged = cross_validate(CORPUS, group, 4, spy)
    assert len(judged) == len(CORPUS)
    at = 0
    for (_, held), learnt in zip(folds(CORPUS, group, 4), seen, strict=True):
        assert not {r.genre for r in judged[at : at + len(held)]} & learnt
        at += len(held)


def test_turning_the_labels_of_an_article_round_does_not_change_what_it_is_given(params: Params) -> None:
    turned = [replace(r, stance="anti") if r.example.article == "a3" else r for r in CORPUS]
    for learn in (own(params.train, params.stance, ()), tfidf(params.train), majority):
        before, after = (
            [(r.label, r.score) for r in cross_validate(rows, by_article, 8, learn) if r.article == "a3"]
            for rows in (CORPUS, turned)
        )
        assert before == after


def test_a_larger_part_of_the_curve_holds_the_smaller_ones() -> None:
    learnt: list[set[str]] = []

    def spy(rows: Sequence[LabelledExample]) -> Labeller:
        learnt.append({r.example.article for r in rows})
        return majority(rows)

    points = learning_curve(CORPUS, CORPUS[:3], 2, spy)
    assert [p.articles for p in points] == [1, 1, 2, 3, 4]
    assert [len(p.held_out) for p in points] == [len(CORPUS)] * 5
    first_fold = learnt[::2]
    assert all(small <= large for small, large in pairwise(first_fold))


def test_the_majority_is_as_sure_as_it_is_frequent() -> None:
    label = majority([row("a", "x", "neutral"), row("b", "x", "neutral"), row("c", "x", "pro")])
    (found,) = label([row("d", "y", "anti")])
    assert (found.label, found.gold) == ("neutral", "anti")
    assert found.score == pytest.approx(2 / 3)
