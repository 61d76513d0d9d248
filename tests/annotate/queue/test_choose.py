"""What is queued first: doubt, a lean against the record, unlike sentences, not many of an article."""

import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.queue.candidate import Candidate
from pipeline.annotate.queue.choose import FEW, choose_articles, choose_sentences, words_of
from pipeline.annotate.queue.value import value_of_all
from pipeline.classify.actors import Known
from pipeline.records import Scores

WORDS = (
    "council sheriff jail detainer budget court ruling town school family vote bill lawyer clinic bus border".split()
)
RECORD = Known("actor", "Ana Ruiz", "pro", "signed the ordinance", 2017)


def candidate(n: int, pro: float, anti: float, article: str = "a", **more: Any) -> Candidate:
    words = [WORDS[(7 * n + k * (n % 5 + 1)) % len(WORDS)] for k in range(5)]
    fields: dict[str, Any] = {"text": f"Sentence {n} says {' '.join(words)}.", "speaker": None, "known": None}
    return Candidate(
        article=article,
        sentence=f"{article}:s{n}",
        start=n * 100,
        end=n * 100 + 50,
        scores=Scores(pro=pro, anti=anti, neutral=round(1 - pro - anti, 4)),
        **(fields | more),
    )


def test_doubt_comes_first_and_is_told() -> None:
    sure, unsure = (
        candidate(0, 0.9, 0.05, text="The jail stays open."),
        candidate(1, 0.4, 0.2, text="Voters favor buses."),
    )
    first, second = choose_sentences(value_of_all([sure, unsure]), 2)
    assert first.candidate == unsure
    assert first.why == ("between neutral (0.40) and pro (0.40)",)
    assert first.value > second.value


def test_a_lean_against_the_speakers_record_counts_and_is_told() -> None:
    plain = candidate(0, 0.1, 0.8)
    against = candidate(0, 0.1, 0.8, speaker="a:p0", known=RECORD)
    (one,), (other,) = value_of_all([plain]), value_of_all([against])
    assert other.value > one.value
    assert other.why[-1] == "leans against the speaker's record: pro (Ana Ruiz: signed the ordinance, 2017)"


def test_a_lean_unlike_the_speakers_other_sentences_counts_and_is_told() -> None:
    found = value_of_all(
        [candidate(n, *scores, speaker="a:p0") for n, scores in enumerate([(0.8, 0.1)] * 3 + [(0.1, 0.8)])]
    )
    assert found[3].value > found[0].value
    assert found[3].why[-1] == "leans unlike the speaker's other sentences: -0.70, they +0.70"


def test_near_identical_sentences_are_queued_once() -> None:
    text = "The council voted to keep its sanctuary ordinance on Tuesday night{}"
    copies = [candidate(n, 0.4, 0.3, article=f"a{n}", text=text.format(" again" * (n % 2))) for n in range(4)]
    assert len(choose_sentences(value_of_all(copies), 4)) == 1


def test_one_article_does_not_fill_the_queue() -> None:
    long = [candidate(n, 0.34, 0.33, article="long", text=f"{n} x{n} y{n} z{n} w{n}") for n in range(40)]
    others = [candidate(n, 0.8, 0.1, article=f"a{n}", text=f"{n} p{n} q{n} r{n} s{n}") for n in range(40)]
    chosen = choose_sentences(value_of_all([*long, *others]), 30)
    assert sum(v.candidate.article == "long" for v in chosen) == FEW
    assert len(chosen) == 30


def test_each_label_of_the_model_has_its_places() -> None:
    texts = [f"{n} p{n} q{n} r{n} s{n}" for n in range(90)]
    doubtful = [candidate(n, 0.3, 0.3, article=f"a{n}", text=texts[n]) for n in range(60)]
    sided = [candidate(n, 0.8, 0.1, article=f"a{n}", text=texts[n]) for n in range(60, 75)]
    sided += [candidate(n, 0.1, 0.8, article=f"a{n}", text=texts[n]) for n in range(75, 90)]
    labels = [v.label for v in choose_sentences(value_of_all([*doubtful, *sided]), 30)]
    assert {label: labels.count(label) for label in set(labels)} == {"pro": 10, "anti": 10, "neutral": 10}


def test_whole_articles_are_queued_the_most_valuable_first_and_copies_once() -> None:
    members = [candidate(n, 0.9, 0.05, article="sure", text=f"{n} u{n} v{n}") for n in range(3)]
    for article in ("unsure", "unsure-copy"):
        members += [candidate(n, 0.4, 0.3, article=article, text=f"{n} r{n} s{n}") for n in range(3)]
    chosen = choose_articles(value_of_all(members), 2)
    assert [v.candidate.article for v in chosen] == ["unsure"] * 3 + ["sure"] * 3


@given(
    st.lists(st.tuples(st.floats(0, 0.5), st.floats(0, 0.5), st.sampled_from("abc")), max_size=25),
    st.integers(1, 12),
    st.randoms(),
)
def test_the_queue_is_ranked_without_copies_and_the_same_in_any_order(
    scores: list[tuple[float, float, str]], count: int, shuffler: random.Random
) -> None:
    found = [candidate(n, round(p, 4), round(a, 4), article) for n, (p, a, article) in enumerate(scores)]
    chosen = choose_sentences(value_of_all(found), count)
    assert len(chosen) <= count
    assert [v.value for v in chosen] == sorted((v.value for v in chosen), reverse=True)
    assert len({words_of(v.candidate.text) for v in chosen}) == len(chosen)
    shuffler.shuffle(found)
    assert [v.candidate for v in choose_sentences(value_of_all(found), count)] == [v.candidate for v in chosen]
