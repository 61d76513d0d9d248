from hypothesis import given
from hypothesis import strategies as st

from pipeline.graph.build import build_map
from pipeline.params import MapsParams
from pipeline.records import ArgumentMap, Article, BlockKind, Label, Provenance, Scores, Sentence, Stance

PARAMS = MapsParams(issue="Rules are good", min_claim_confidence=0.0, restate_jaccard=0.6)
MADE_BY = Provenance(version="0", schema="1", params_sha256="", model_sha256="", parser="")


def draw(rows: list[tuple[str, Label, str | None]], kinds: list[BlockKind] | None = None) -> ArgumentMap:
    text = "\n".join(row[0] for row in rows)
    article = Article(
        id="a", source_file="a.txt", sha256="", text=text, title=None, source=None, url=None, published=None, authors=(),
        duplicate_of=None, blocks=(),
    )  # fmt: skip
    sentences, stances, at = [], [], 0
    for n, (words, label, speaker) in enumerate(rows):
        kind: BlockKind = kinds[n] if kinds else "body"
        sentences.append(
            Sentence(
                id=f"a:s{n}",
                article="a",
                index=n,
                start=at,
                end=at + len(words),
                text=words,
                kind=kind,
                paragraph=n // 3,
            )
        )
        scores = Scores(pro=float(label == "pro"), anti=float(label == "anti"), neutral=float(label == "neutral"))
        stances.append(
            Stance(
                sentence=f"a:s{n}",
                article="a",
                label=label,
                scores=scores,
                uncertain=False,
                speaker=speaker,
                voice="author",
                why=(),
            )
        )
        at += len(words) + 1
    return build_map(article, sentences, stances, [], PARAMS, MADE_BY)


def targets(found: ArgumentMap) -> dict[str, tuple[str, str, str]]:
    return {e.source: (e.target, e.relation, e.why) for e in found.edges}


def test_sides_support_and_attack_the_issue() -> None:
    found = draw(
        [("The rule helps.", "pro", "p0"), ("It is Tuesday.", "neutral", None), ("The rule hurts.", "anti", "p1")]
    )
    assert targets(found) == {"a:n1": ("a:n0", "supports", "position"), "a:n2": ("a:n0", "attacks", "position")}


def test_evidence_of_the_same_speaker_serves_the_claim_before_it() -> None:
    found = draw(
        [("The rule keeps streets safe.", "pro", "p0"), ("A study found 40 percent fewer thefts.", "pro", "p0")]
    )
    assert targets(found)["a:n2"] == ("a:n1", "supports", "evidence")
    assert [n.type for n in found.nodes] == ["issue", "claim", "premise"]


def test_repeated_claim_stays_a_node_and_restates_the_other() -> None:
    found = draw(
        [
            ("The sanctuary rule keeps streets safe", "pro", None),
            ("The sanctuary rule keeps streets safe.", "pro", "p0"),
        ]
    )
    assert found.nodes[2].type == "claim"
    assert found.nodes[2].restates == "a:n1"
    assert targets(found)["a:n2"] == ("a:n1", "supports", "restates")


def test_bylines_are_never_nodes() -> None:
    assert len(draw([("By Ana Ruiz", "pro", None)], ["byline"]).nodes) == 1


WORDS = st.sampled_from(["The rule helps.", "A study found 4 percent.", "Because it works.", "No.", "The rule helps"])
LABELS: st.SearchStrategy[Label] = st.sampled_from(["pro", "anti", "neutral"])


@given(st.lists(st.tuples(WORDS, LABELS, st.sampled_from([None, "p0", "p1"])), max_size=25))
def test_every_map_is_a_tree_rooted_in_the_issue(rows: list[tuple[str, Label, str | None]]) -> None:
    found = draw(rows)
    assert len(found.edges) == len(found.nodes) - 1
    goal = {e.source: e.target for e in found.edges}
    assert len(goal) == len(found.edges)
    for node in found.nodes[1:]:
        at, steps = node.id, 0
        while at != "a:n0":
            at, steps = goal[at], steps + 1
            assert steps <= len(found.nodes)
    assert len({n.sentence for n in found.nodes}) == len(found.nodes)
