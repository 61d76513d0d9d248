"""Articles whose texts, names and ids are made to break a format, and the foreign programs that read the exports."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from pipeline.records import (
    ArgumentMap,
    Article,
    Edge,
    Entity,
    Node,
    Provenance,
    Quote,
    Sentence,
    Speaker,
    Stance,
    StanceCounts,
    Summary,
)
from pipeline.records.article_records import ArticleRecords, read_articles
from pipeline.records.stance import Scores

ROOT = Path(__file__).resolve().parents[2]
READERS = ROOT / ".readers"
PIECES = """[n1] [n0]: <A> <A>: @[n1] @<A> #tag #(a tag) **b** *i* __b__ _i_ [t](u) {a:1} { } }; } === ====== // /* */ <!-- -->
    .v. :A: U.A.E. 7:30:00 http://x.y/z \\ \\n \\N \\" \\[ " ' `` ]]> & &amp; &#60; <br> </span> + +> -> <- >< _> -- (1) 1. * =1+1
    @SUM(A1) -2 ~ | ; , $x$ 😀 👩‍👩‍👧 שלום \u202e \u200f \u2028 \x85 \x00 \x1b \ufeff \ufffe \xa0 ﷽ null NA é""".split(
    " "
)
words = st.sampled_from(PIECES) | st.text(st.characters(codec="utf-8"), max_size=8)
glue = st.sampled_from(["", " ", "  ", "\n", "\t", "\r\n"])
texts = st.lists(st.tuples(words, glue), min_size=1, max_size=12).map(
    lambda parts: "x" + "".join(w + g for w, g in parts)
)
starts = st.sampled_from(PIECES).filter(lambda piece: bool(piece.strip())).map(lambda piece: piece + " is so")
long = st.just("A long reason, *again* and [again]. " * 300)
ids = st.sampled_from(["a", "A", "../../x", "a b/ü:n1", "é" * 300, "<id>", 'a"b', "=1"])


def records_of(article: str, parts: list[str], targets: list[int], attacks: list[bool], name: str) -> ArticleRecords:
    """Make an article of `parts` in which node n + 1 is the sentence n and serves node `targets[n]`; the issue comes first."""
    text = " ".join(parts)
    starts = [sum(len(p) + 1 for p in parts[:n]) for n in range(len(parts))]
    spans = [(start, start + len(part)) for start, part in zip(starts, parts, strict=True)]
    speaker = Speaker(
        id=f"{article}:p0", article=article, name=name, kind="person", role=None, affiliation=None, mentions=(spans[0],),
        quotes=(f"{article}:q0",), stance=StanceCounts(pro=1, anti=0, neutral=0), position="pro",
    )  # fmt: skip
    who = [speaker.id if n % 2 == 0 else None for n in range(len(parts))]
    labels = [("pro", "anti", "neutral")[n % 3] for n in range(len(parts))]
    issue = dict.fromkeys(("sentence", "start", "end", "stance", "speaker", "confidence"))
    nodes = [Node(id=f"{article}:n0", type="issue", text="Sanctuary policies are good", **issue)]
    edges = []
    for n, (target, attack) in enumerate(zip(targets, attacks, strict=True), 1):
        served = f"{article}:n{target}"
        nodes.append(
            Node(
                id=f"{article}:n{n}", type="premise" if target else "claim", sentence=f"{article}:s{n - 1}",
                start=spans[n - 1][0], end=spans[n - 1][1], text=parts[n - 1], stance=labels[n - 1],  # type: ignore[arg-type]
                speaker=who[n - 1], confidence=0.5, restates=served if target and not attack and n % 2 else None,
            )
        )  # fmt: skip
        relation = "attacks" if attack else "supports"
        edges.append(Edge(source=f"{article}:n{n}", target=served, relation=relation, confidence=0.5, why='a "rule"'))  # type: ignore[arg-type]
    return ArticleRecords(
        article=Article(
            id=article, source_file="a.txt", sha256="0" * 64, text=text, title=parts[-1], source=None, url=None,
            published=None, authors=(), duplicate_of=None, blocks=(),
        ),
        sentences=[
            Sentence(id=f"{article}:s{n}", article=article, index=n, start=a, end=b, text=text[a:b], kind="body", paragraph=0)
            for n, (a, b) in enumerate(spans)
        ],
        entities=[
            Entity(id=f"{article}:e0", article=article, sentence=f"{article}:s0", start=0, end=1, text=text[:1], label="ORG",
                   entity=name, method="rule")
        ],
        quotes=[
            Quote(id=f"{article}:q0", article=article, type="mixed", content=(spans[0], spans[-1]), cue=spans[0], source=spans[0],
                  speaker=speaker.id, sentences=(f"{article}:s0",), confidence=0.5, why="verb", asserted=True)
        ],
        speakers=[speaker],
        stances=[
            Stance(sentence=f"{article}:s{n}", article=article, label=label, scores=Scores(pro=0.2, anti=0.3, neutral=0.5),  # type: ignore[arg-type]
                   uncertain=True, speaker=by, voice="quoted", why=("word:so +0.1",))
            for n, (label, by) in enumerate(zip(labels, who, strict=True))
        ],
        map=ArgumentMap(
            article=article, title=None, issue="Sanctuary policies are good", nodes=tuple(nodes), edges=tuple(edges),
            speakers=(speaker,), summary=Summary(claims={}, speakers={}),
            provenance=Provenance(version="", schema="", params_sha256="", model_sha256="", linker_sha256="", parser=""),
        ),
    )  # fmt: skip


@st.composite
def articles(draw: st.DrawFn) -> ArticleRecords:
    parts = draw(st.lists(texts | starts | long, min_size=1, max_size=6))
    targets = [draw(st.integers(0, n)) for n in range(len(parts))]
    attacks = [draw(st.booleans()) for _ in parts]
    return records_of(draw(ids), parts, targets, attacks, draw(texts))


@pytest.fixture(scope="session")
def hostile() -> st.SearchStrategy[ArticleRecords]:
    return articles()


@pytest.fixture(scope="session")
def plain_article() -> ArticleRecords:
    parts = ["“It is safe,” said Ana Ruiz.", "It costs much.", "Because of crime."]
    return records_of("a", parts, [0, 0, 2], [False, True, False], "Ana Maria Ruiz")


@pytest.fixture(scope="session")
def seeds(run_on_seeds: Path) -> list[ArticleRecords]:
    return list(read_articles(run_on_seeds))


class Reader:
    """A foreign program that answers a line of JSON with a line of JSON."""

    def __init__(self, *command: str) -> None:
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8")

    def read(self, value: object) -> Any:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(value) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self) -> None:
        self.process.communicate()


@pytest.fixture(scope="session")
def aif_reader() -> Iterator[Reader]:
    python = READERS / "bin" / "python"
    if not python.exists():
        pytest.skip("needs arguebuf: make test-readers installs it")
    reader = Reader(str(python), str(ROOT / "tests/export/readers/read_aif.py"))
    yield reader
    reader.close()


@pytest.fixture(scope="session")
def argdown_reader() -> Iterator[Reader]:
    node = shutil.which("node")
    if node is None or not (READERS / "node_modules/@argdown/core").exists():
        pytest.skip("needs Node and the Argdown parser: make test-readers installs it")
    reader = Reader(node, str(ROOT / "tests/export/readers/read_argdown.mjs"), str(READERS))
    yield reader
    reader.close()
