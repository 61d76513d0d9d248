"""The authored corpus is shaped like real coverage: its size, its genres, and how much of it is neutral.

A corpus in which speech is nearly always stanced teaches a classifier that speech is stanced.
"""

from collections import Counter
from functools import cache
from pathlib import Path

from pipeline.classify.examples import NEAR, names_policy
from pipeline.gold.corpus import AnnotatedArticle, Row, read_split

ROOT = Path(__file__).resolve().parents[1]
FOLDER, SEEDS = ROOT / "annotations", ROOT / "seeds"
GENRES = {"wire", "court", "washington", "local", "oped", "editorial", "explainer", "qa", "liveblog"}


@cache
def corpus() -> list[AnnotatedArticle]:
    return read_split(FOLDER, SEEDS, "train")


def rows() -> list[Row]:
    return [row for article in corpus() for row in article.rows if row.kind not in ("byline", "boilerplate")]


def neutral(chosen: list[Row]) -> float:
    return sum(row.stance == "neutral" for row in chosen) / len(chosen)


def speech_far_from_the_policy() -> list[Row]:
    """Speech with no word of the policy in its row, nor in the rows around it by the same speaker."""
    out: list[Row] = []
    for article in corpus():
        policy = [names_policy(article.raw.text[row.start : row.end]) for row in article.rows]
        for n, row in enumerate(article.rows):
            around = range(max(0, n - NEAR), min(len(article.rows), n + NEAR + 1))
            near = any(policy[m] and (m == n or article.rows[m].speaker == row.speaker) for m in around)
            if row.quote != "none" and not near:
                out.append(row)
    return out


def test_there_are_150_articles_and_3500_sentences() -> None:
    assert len(corpus()) >= 150
    assert sum(len(article.rows) for article in corpus()) >= 3500


def test_every_genre_is_there_and_none_is_most_of_it() -> None:
    genres = Counter(article.card.genre for article in corpus())
    assert set(genres) >= GENRES
    assert max(genres.values()) <= len(corpus()) / 3


def test_the_years_are_2015_to_2025_and_outlets_are_many() -> None:
    years = {(article.card.published or "")[:4] for article in corpus()}
    assert years == {str(year) for year in range(2015, 2026)}
    assert len({article.card.source for article in corpus()}) >= len(corpus()) / 2


def test_about_half_of_indirect_speech_is_neutral() -> None:
    assert 0.45 <= neutral([row for row in rows() if row.quote == "indirect"]) <= 0.55


def test_a_third_of_direct_speech_is_neutral() -> None:
    assert 0.25 <= neutral([row for row in rows() if row.quote == "direct"]) <= 0.40


def test_most_speech_far_from_a_word_of_the_policy_is_neutral() -> None:
    assert neutral(speech_far_from_the_policy()) >= 0.55


def test_op_eds_wander() -> None:
    assert 0.40 <= neutral([r for a in corpus() if a.card.genre == "oped" for r in a.rows if r.kind == "body"]) <= 0.80


def test_both_sides_have_their_say() -> None:
    stances = Counter(row.stance for row in rows())
    assert 0.8 <= stances["pro"] / stances["anti"] <= 1.25


def test_a_fifth_of_the_articles_is_read_by_two_more_readers() -> None:
    def read_twice(article: AnnotatedArticle) -> bool:
        return len({path.parent.name for path in FOLDER.glob(f"reader*/{article.card.id}.jsonl")}) > 1

    assert sum(map(read_twice, corpus())) >= 0.2 * len(corpus())
