"""Maps from records drawn by hand: which sentences are nodes, how they hang together, what an edge says."""

import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scenes import Line, ledger_of, quotes_of, sentences_of, stances_of

from pipeline.graph.build import build_map
from pipeline.graph.linker import Linker, load_linker
from pipeline.params import Params
from pipeline.records import ArgumentMap, Article, Label, Provenance, Speaker, StanceCounts
from pipeline.resources import shipped

MADE_BY = Provenance(version="0", schema="1", params_sha256="", model_sha256="", linker_sha256="", parser="")
LINKER = load_linker(shipped("models/linker.json"))
ALONE = Linker(claim={"any": 9.0}, target={}, sha256="")  # takes everything for a claim


def draw(lines: Sequence[Line], params: Params, linker: Linker = LINKER) -> ArgumentMap:
    text = "\n".join(line.text for line in lines)
    article = Article(
        id="a", source_file="a.txt", sha256="", text=text, title=None, source=None, url=None, published=None, authors=(),
        duplicate_of=None, blocks=(),
    )  # fmt: skip
    none = StanceCounts(pro=0, anti=0, neutral=0)
    speakers = [
        Speaker(
            id=e.id, article="a", name=e.name, kind=e.kind, role=None, affiliation=None, mentions=e.mentions, quotes=(),
            stance=none, position="neutral",
        )
        for e in ledger_of(lines)
    ]  # fmt: skip
    return build_map(
        article, sentences_of(lines), stances_of(lines), quotes_of(lines), speakers, linker, params.maps, MADE_BY
    )


def edges(found: ArgumentMap) -> dict[str, tuple[str, str]]:
    return {e.source: (e.target, e.relation) for e in found.edges}


def test_sides_support_and_attack_the_issue(params: Params) -> None:
    found = draw(
        [Line("The rule helps.", "pro", "Ann Lee"), Line("It is Tuesday."), Line("The rule hurts.", "anti", "Bo Fox")],
        params,
        ALONE,
    )
    assert edges(found) == {"a:n1": ("a:n0", "supports"), "a:n2": ("a:n0", "attacks")}


def test_a_reason_in_a_quotation_serves_the_claim_that_it_explains(params: Params) -> None:
    found = draw(
        [
            Line("Sheriff Ann Lee said the county should keep its sanctuary rule.", "pro", "Ann Lee", "indirect"),
            Line("“Because witnesses called us 40 percent more often in 2016,” she said.", "pro", "Ann Lee", "direct"),
        ],
        params,
    )
    assert [n.type for n in found.nodes] == ["issue", "claim", "premise"]
    assert edges(found)["a:n2"] == ("a:n1", "supports")


def test_a_headline_restates_the_fuller_sentence(params: Params) -> None:
    lead = "Harlow County commissioners voted on Monday to keep the sanctuary ordinance that shields immigrants."
    found = draw(
        [
            Line("Harlow commissioners vote to keep sanctuary ordinance", "pro", kind="headline"),
            Line(lead, "pro", paragraph=1),
        ],
        params,
        ALONE,
    )
    assert found.nodes[1].restates == "a:n2"
    assert found.nodes[1].type == "claim"
    assert edges(found) == {"a:n1": ("a:n2", "supports"), "a:n2": ("a:n0", "supports")}


def test_an_answer_attacks_the_rival_just_before(params: Params) -> None:
    found = draw(
        [
            Line("The rule frees criminals, said Bo Fox.", "anti", "Bo Fox", "indirect"),
            Line("But the sheriff countered that crime has fallen.", "pro", "Ann Lee", "indirect"),
        ],
        params,
        ALONE,
    )
    assert edges(found)["a:n2"] == ("a:n1", "attacks")


def test_a_neutral_sentence_that_likely_takes_a_side_is_a_node_and_a_plain_one_is_not(params: Params) -> None:
    lines = [
        Line("The rule helps.", "pro", "Ann Lee"),
        Line("Calls rose.", "neutral", side=0.5),
        Line("It rained.", "neutral", side=0.9),
    ]
    found = draw(lines, params)
    assert [n.sentence for n in found.nodes[1:]] == ["a:s0", "a:s1"]
    assert found.nodes[2].stance == "neutral"


def test_beside_a_statement_of_the_same_speaker_less_is_needed(params: Params) -> None:
    between = (params.maps.min_side + params.maps.min_side_beside) / 2
    doubtful = Line("Calls rose.", "neutral", "Ann Lee", side=1 - between)
    assert len(draw([Line("The rule helps.", "pro", "Ann Lee"), doubtful], params).nodes) == 3
    assert len(draw([Line("The rule helps.", "pro", "Bo Fox"), doubtful], params).nodes) == 2


def test_nobody_attacks_themselves(params: Params) -> None:
    leaning = Linker(claim={"any": -2.0, "first of its voice": 9.0}, target={}, sha256="")
    found = draw(
        [Line("The rule helps.", "pro", "Ann Lee"), Line("Few were held.", "anti", "Ann Lee")], params, leaning
    )
    assert edges(found)["a:n2"] == ("a:n1", "supports")


def test_bylines_are_never_nodes(params: Params) -> None:
    assert len(draw([Line("By Ana Ruiz", "pro", kind="byline")], params).nodes) == 1


def test_every_edge_says_why_and_how_sure(params: Params) -> None:
    found = draw([Line("The rule helps.", "pro"), Line("A study found 4 percent.", "pro"), Line("No.", "anti")], params)
    assert all(e.why and 0 < e.confidence <= 1 for e in found.edges)


TEXTS = st.sampled_from(
    [
        "The rule helps.",
        "A study found 4 percent.",
        "Because it works.",
        "No.",
        "But critics reject the rule.",
        "“So be it.”",
    ]
)
LABELS: st.SearchStrategy[Label] = st.sampled_from(["pro", "anti", "neutral"])
LINES = st.builds(
    Line,
    TEXTS,
    LABELS,
    st.sampled_from([None, "Ann Lee", "Bo Fox"]),
    st.sampled_from([None, "direct", "indirect", "mixed"]),
    paragraph=st.integers(0, 3),
    side=st.sampled_from([0.4, 0.5, 0.8]),
)


@given(st.lists(LINES, max_size=25), st.sampled_from([LINKER, Linker(claim={"any": -9.0}, target={}, sha256="")]))
def test_every_map_is_a_tree_rooted_in_the_issue(params: Params, lines: list[Line], linker: Linker) -> None:
    found = draw(lines, params, linker)
    goal = {e.source: e.target for e in found.edges}
    assert len(goal) == len(found.edges) == len(found.nodes) - 1
    for node in found.nodes[1:]:
        at, steps = node.id, 0
        while at != "a:n0":
            at, steps = goal[at], steps + 1
            assert steps <= len(found.nodes)
    assert len({n.sentence for n in found.nodes}) == len(found.nodes)
    assert all(n.restates is None or goal[n.id] == n.restates for n in found.nodes)


@pytest.mark.parametrize("linker", [LINKER, ALONE])
def test_an_article_without_sides_is_its_issue_alone(params: Params, linker: Linker) -> None:
    assert len(draw([Line("It is Tuesday.")], params, linker).nodes) == 1
    assert len(draw([], params, linker).nodes) == 1


def test_an_answer_goes_to_the_rivals_claim_past_its_reasons(params: Params) -> None:
    reason_first = Linker(
        claim={"speech indirect": 3.0, "speech direct": -3.0, "speech none": 3.0}, target={"1 back": 3.0}, sha256=""
    )
    found = draw(
        [
            Line("Bo Fox said the rule must go.", "anti", "Bo Fox", "indirect"),
            Line("“A man died,” he said.", "anti", "Bo Fox", "direct"),
            Line("But the sheriff disagreed.", "pro", "Ann Lee", "indirect"),
        ],
        params,
        reason_first,
    )
    assert edges(found)["a:n2"] == ("a:n1", "supports")
    assert edges(found)["a:n3"] == ("a:n1", "attacks")


def test_a_claim_leans_on_its_own_voice_alone(params: Params) -> None:
    halfway = (params.maps.link_from + params.maps.premise_from) / 2
    doubtful = Linker(claim={"any": math.log((1 - halfway) / halfway)}, target={"1 back": 5.0}, sha256="")
    said = [Line("The rule helps.", "pro", "Ann Lee"), Line("Keep it.", "pro", "Ann Lee")]
    assert "a:n1" in [target for target, _ in edges(draw(said, params, doubtful)).values()]
    other = [Line("The rule helps.", "pro", "Ann Lee"), Line("Keep it.", "pro", "Cy Roe")]
    assert {target for target, _ in edges(draw(other, params, doubtful)).values()} == {"a:n0"}
