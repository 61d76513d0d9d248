"""Layers scored together: names that mean one speaker, spans joined into attributions, a perfect reading scores 1."""

import pytest

from pipeline.evaluation.labels import ScoredLabel
from pipeline.evaluation.layers import LayerScores, gold_attributions, same_name
from pipeline.gold.corpus import AnnotatedArticle, Card, GoldSpan, Row
from pipeline.params import Params
from pipeline.records import BlockKind, Entity, Label, LedgerEntry, Quote, Scores, Sentence, Stance
from pipeline.text.raw import RawArticle

TEXT = "Limits keep us safe, Ana Ruiz said.\nBy Tom Lund"


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("Ana Ruiz", "Ana Ruiz", True),
        ("Ana Ruiz", "Ruiz", True),
        ("Ruiz", "ana ruiz", True),
        ("the Harlow Trust", "Harlow Trust", True),
        ("Frank Allen Jr.", "Frank Allen Jr", True),
        ("Ana Ruiz", "Tom Ruiz", False),
        ("Ana Ruiz", "", False),
        ("the", "the", False),
        ("an official", "officials", False),
    ],
)
def test_names_are_the_same_when_one_holds_the_other(gold: str, found: str, same: bool) -> None:
    assert same_name(gold, found) is same
    assert same_name(found, gold) is same


def test_spans_of_one_number_are_one_attribution() -> None:
    def span(start: int, end: int, kind: str, number: int | None) -> GoldSpan:
        return GoldSpan(start=start, end=end, type=kind, attribution=number)

    spans = [
        span(30, 40, "content", 2),
        span(0, 4, "content", 1),
        span(5, 8, "PERSON", None),
        span(5, 8, "source", 1),
        span(9, 13, "cue", 1),
        span(14, 20, "content", 1),
    ]
    assert gold_attributions(spans) == [([(0, 4), (14, 20)], [(5, 8)]), ([(30, 40)], [])]


def gold() -> AnnotatedArticle:
    card = Card(id="a", split="test", origin="authored", title=None, source=None, genre=None, published=None)
    raw = RawArticle(id="a", source_file="a.txt", sha256="", text=TEXT)
    said = Row(
        start=0, end=35, kind="body", stance="pro", speaker="Ana Ruiz", quote="indirect", role="claim",
        to="issue", rel="supports",
    )  # fmt: skip
    byline = Row(
        start=36, end=47, kind="byline", stance="neutral", speaker=None, quote="none", role="none", to=None, rel=None
    )
    spans = [
        GoldSpan(start=0, end=19, type="content", attribution=1),
        GoldSpan(start=21, end=29, type="source", attribution=1),
        GoldSpan(start=21, end=29, type="PERSON", attribution=None),
    ]
    return AnnotatedArticle(card, raw, [said, byline], spans)


def stance(sentence: str, label: Label, speaker: str | None) -> Stance:
    scores = {"pro": 0.1, "anti": 0.1, "neutral": 0.1} | {label: 0.8}
    return Stance(
        sentence=sentence, article="a", label=label, scores=Scores(**scores), uncertain=False, speaker=speaker,
        voice="author", why=(),
    )  # fmt: skip


def scored(speaker: str = "Ana Ruiz", label: Label = "pro", cut: int = 35) -> LayerScores:
    places: list[tuple[int, int, BlockKind]] = [(0, cut, "body"), (36, 47, "byline")]
    sentences = [
        Sentence(id=f"a:s{n}", article="a", index=n, start=a, end=b, text=TEXT[a:b], kind=kind, paragraph=n)
        for n, (a, b, kind) in enumerate(places)
    ]
    entity = Entity(
        id="a:e0", article="a", sentence="a:s0", start=21, end=29, text="Ana Ruiz", label="PERSON", entity="Ana Ruiz",
        method="model",
    )  # fmt: skip
    quote = Quote(
        id="a:q0", article="a", type="indirect", content=((0, 19),), cue=(30, 34), source=(21, 29), speaker="a:p0",
        sentences=("a:s0",), confidence=1.0, why="verb:bare", asserted=True,
    )  # fmt: skip
    ledger = LedgerEntry(
        id="a:p0", article="a", name=speaker, kind="person", role=None, affiliation=None, mentions=(), quotes=("a:q0",)
    )
    scores = LayerScores()
    scores.add(
        gold(), sentences, [entity], [quote], [ledger], [stance("a:s0", label, "a:p0"), stance("a:s1", "neutral", None)]
    )
    return scores


def summary(params: Params, *, speaker: str = "Ana Ruiz", label: Label = "pro", cut: int = 35) -> dict[str, object]:
    return scored(speaker, label, cut).summary(params.evaluate.model_copy(update={"bootstrap": 0}))


def test_what_is_judged_is_kept_with_its_place() -> None:
    assert scored(label="anti").labels == [ScoredLabel("a", 0, 35, "pro", "anti", 0.8)]


def test_a_perfect_reading_scores_one_on_each_layer(params: Params) -> None:
    found = summary(params)
    assert found["sentences"] == found["entities"] == found["entities_named"] == {"precision": 1, "recall": 1, "f1": 1}
    assert found["quotes"] == {"attributions": 1, "content_f1": 1, "source_accuracy": 1, "attribution_f1": 1}
    assert (found["articles"], found["kind_accuracy"], found["speaker_accuracy"]) == (1, 1, 1)


def test_bylines_are_not_judged_for_stance(params: Params) -> None:
    judged = summary(params)["stance"]
    assert isinstance(judged, dict)
    assert (judged["rows"], judged["accuracy"]) == (1, 1)


def test_each_fault_is_seen_in_its_own_layer(params: Params) -> None:
    assert summary(params, speaker="Tom Lund")["speaker_accuracy"] == 0
    assert summary(params, cut=20)["sentences"] == {"precision": 0.5, "recall": 0.5, "f1": 0.5}
    wrong = summary(params, label="anti")["stance"]
    assert isinstance(wrong, dict)
    assert wrong["pro_anti_swaps"] == 1
