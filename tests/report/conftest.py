"""Runs made up by hand, without a parser: small, and as hostile as a test wants them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.records import (
    Actor,
    Appearance,
    ArgumentMap,
    Article,
    ClaimGroup,
    Coverage,
    Edge,
    Entity,
    Flip,
    Node,
    Outlet,
    Provenance,
    Quote,
    Reach,
    Scores,
    Sentence,
    Speaker,
    Stance,
    StanceCounts,
    Summary,
)
from pipeline.records.jsonl import dump_line


@dataclass(frozen=True, slots=True)
class Told:
    """An article to make up; `name` speaks in it."""

    id: str
    title: str | None = "A title"
    source: str | None = "The Post"
    published: str | None = "2021-03-04"
    duplicate_of: str | None = None
    url: str | None = None
    name: str = "Ana Ruiz"
    extra: str = "It rained."


# Text, stance, whether it is uncertain, voice, whether the speaker says it, node that it serves (0: the issue), relation.
SAID: list[tuple[str, Any, bool, Any, bool, int | None, Any, str]] = [
    ("The rule keeps families safe.", "pro", False, "author", False, 0, "supports", "position"),
    ("It lets criminals walk, {name} said.", "anti", True, "reported", True, 0, "attacks", "position"),
    ("“The jails are full,” {name} said.", "anti", False, "quoted", True, 2, "supports", "reason for; 1 back"),
    ("But they are half empty.", "pro", False, "author", False, 3, "attacks", "answers a rival"),
    ("The rule does keep families safe.", "pro", True, "author", False, 1, "supports", "restates"),
    ("{extra}", "neutral", False, "author", False, None, "", ""),
]
NO_PROVENANCE = Provenance(**{field.name: "" for field in fields(Provenance)})


def records_of(told: Told) -> dict[str, list[Any]]:
    """Make the records of one article by the stem of their file."""
    a, who = told.id, f"{told.id}:p0"
    lines = [said[0].format(name=told.name, extra=told.extra) for said in SAID]
    text = "\n".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    spans = [(start, start + len(line)) for start, line in zip(starts, lines, strict=True)]
    name = (text.index(told.name), text.index(told.name) + len(told.name))
    article = Article(
        id=a, source_file=f"{a}.txt", sha256="", text=text, title=told.title, source=told.source, url=told.url,
        published=told.published, authors=(told.name,), duplicate_of=told.duplicate_of, blocks=(),
    )  # fmt: skip
    speaker = Speaker(
        id=who, article=a, name=told.name, kind="person", role="Mayor", affiliation=None, mentions=(name,),
        quotes=(f"{a}:q0",), stance=StanceCounts(pro=0, anti=2, neutral=0), position="anti",
    )  # fmt: skip
    entity = Entity(
        id=f"{a}:e0", article=a, sentence=f"{a}:s1", start=name[0], end=name[1], text=told.name, label="PERSON",
        entity=told.name, method="made up",
    )  # fmt: skip
    quote = Quote(
        id=f"{a}:q0", article=a, type="direct", content=(spans[2],), cue=None, source=None, speaker=who,
        sentences=(f"{a}:s2",), confidence=0.9, why=told.name, asserted=True,
    )  # fmt: skip
    issue = Node(
        id=f"{a}:n0", type="issue", sentence=None, start=None, end=None, text="I", stance=None, speaker=None,
        confidence=None,
    )  # fmt: skip
    nodes, edges, sentences, stances = [issue], [], [], []
    for n, (_, label, unsure, voice, says, serves, relation, why) in enumerate(SAID):
        s, speaks, (start, end) = f"{a}:s{n}", who if says else None, spans[n]
        sentence = Sentence(
            id=s, article=a, index=n, start=start, end=end, text=lines[n], kind="body", paragraph=n // 2
        )  # fmt: skip
        stance = Stance(
            sentence=s, article=a, label=label, scores=Scores(pro=0.1, anti=0.2, neutral=0.7), uncertain=unsure,
            speaker=speaks, voice=voice, why=(f"word:{told.extra} +0.10",),
        )  # fmt: skip
        sentences.append(sentence)
        stances.append(stance)
        if serves is not None:
            node = Node(
                id=f"{a}:n{n + 1}", type="premise" if serves and why != "restates" else "claim", sentence=s, start=start,
                end=end, text=lines[n], stance=label, speaker=speaks, confidence=0.8,
                restates=f"{a}:n1" if why == "restates" else None,
            )  # fmt: skip
            nodes.append(node)
            edges.append(Edge(source=node.id, target=f"{a}:n{serves}", relation=relation, confidence=0.7, why=why))
    found = ArgumentMap(
        article=a, title=told.title, issue="I", nodes=tuple(nodes), edges=tuple(edges), speakers=(speaker,),
        summary=Summary(claims={}, speakers={}), provenance=NO_PROVENANCE,
    )  # fmt: skip
    return {
        "articles": [article], "sentences": sentences, "entities": [entity], "quotes": [quote], "speakers": [speaker],
        "stances": stances, "maps": [found],
    }  # fmt: skip


def across(told: Sequence[Told]) -> dict[str, list[Any]]:
    """Make what the stage `corpus` would: one claim a side, one actor, who once changed side, an outlet a source."""
    n, first = len(told), told[0]
    reach = Reach(nodes=n, articles=n, outlets=1, actors=1)
    fewer = replace(reach, articles=sum(t.duplicate_of is None for t in told))
    counts = StanceCounts(pro=1, anti=2, neutral=0)
    ids = tuple(t.id for t in told)
    pro = ClaimGroup(
        id="c0", stance="pro", point=None, text=f"{first.extra} pro", nodes=tuple(f"{a}:n1" for a in ids), articles=ids,
        outlets=(), actors=("a0",), first=first.published, reach=reach, distinct=fewer,
    )  # fmt: skip
    anti = replace(pro, id="c1", stance="anti", text=f"{first.extra} anti", nodes=tuple(f"{a}:n2" for a in ids))
    seen = []
    for i, t in enumerate(told):
        one = Appearance(
            article=t.id, speaker=f"{t.id}:p0", published=t.published, position="pro" if i == 0 else "anti",
            stance=counts, duplicate=t.duplicate_of is not None,
        )  # fmt: skip
        seen.append(one)
    flips = (Flip(before=ids[0], after=ids[1], was="pro", now="anti"),) if n > 1 else ()
    actor = Actor(
        id="a0", name=first.name, kind="person", role="Mayor", affiliation=None, appearances=tuple(seen), stance=counts,
        distinct=counts, position="anti", flips=flips,
    )  # fmt: skip
    coverage = Coverage(articles=n, sentences=counts, nodes=counts)
    sources = sorted({t.source or "" for t in told})
    outlets = [Outlet(name=s or None, first=None, last=None, all=coverage, distinct=coverage) for s in sources]
    return {"claims": [pro, anti], "actors": [actor], "outlets": outlets}


MakeUp = Callable[[Path, Sequence[Told]], Path]


@pytest.fixture(scope="session")
def make_up() -> MakeUp:
    """Write the outputs of a run of made-up articles to a folder."""

    def write(out: Path, told: Sequence[Told]) -> Path:
        out.mkdir(parents=True, exist_ok=True)
        told = sorted(told, key=lambda t: t.id)
        parts = [*(records_of(t) for t in told), across(told)]
        for name in {name for part in parts for name in part}:
            found = [record for part in parts for record in part.get(name, ())]
            (out / f"{name}.jsonl").write_text("".join(dump_line(r) + "\n" for r in found), encoding="utf-8")
        return out

    return write


@pytest.fixture(scope="session")
def told() -> type[Told]:
    """What an article is made up from."""
    return Told
