"""A run on the seeds and on hostile articles, with a small corpus of its own, and the database of it."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.params import Params
from pipeline.records import (
    Actor,
    Appearance,
    ArgumentMap,
    Article,
    ClaimGroup,
    Coverage,
    Flip,
    Outlet,
    Reach,
    Speaker,
    StanceCounts,
)
from pipeline.records.jsonl import atomic, dump_line, read

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = "<script>alert(1)</script>"
TEXT = (
    "Mayor Ana Ruiz said the sanctuary rule keeps families safe.\n"
    f'“The {HOSTILE} rule protects ‘us’; DROP TABLE nodes; -- and "them",” said Sheriff Bo Tran.\n'
    f"“It shields dangerous criminals from deportation,” said {HOSTILE} Senator Cy Vale.\n"
)
ARTICLES = [
    {"id": f"a/b~c {HOSTILE}", "text": TEXT, "title": HOSTILE, "source": f"Daily {HOSTILE}", "url": "javascript:alert(1)"},
    {"id": "copy", "text": TEXT + "Extra.", "title": "' or 1=1 --", "source": f"Daily {HOSTILE}", "published": "2020-01-02"},
]  # fmt: skip


def write(path: Path, records: list[object]) -> None:
    with atomic(path) as lines:
        lines.writelines(dump_line(record) + "\n" for record in records)


def add_corpus(out: Path) -> None:
    """One outlet for each source, one actor for each name, one claim that a node of every article makes."""
    articles = list(read(out / "articles.jsonl", Article, "clean"))
    maps = list(read(out / "maps.jsonl", ArgumentMap, "maps"))
    none = StanceCounts(pro=0, anti=0, neutral=0)
    coverage = Coverage(articles=1, sentences=none, nodes=none)
    sources = sorted({a.source for a in articles}, key=lambda s: (s is not None, s))
    write(
        out / "outlets.jsonl",
        [Outlet(name=s, first=None, last=None, all=coverage, distinct=coverage) for s in sources],
    )
    named: dict[str, list[Speaker]] = {}
    for speaker in read(out / "speakers.jsonl", Speaker, "stance"):
        named.setdefault(speaker.name, []).append(speaker)
    write(out / "actors.jsonl", [_actor(n, name, named[name]) for n, name in enumerate(sorted(named))])
    nodes = tuple(m.nodes[1].id for m in maps if len(m.nodes) > 1)
    reach = Reach(nodes=len(nodes), articles=len(nodes), outlets=1, actors=1)
    claim = ClaimGroup(
        id="c0", stance="pro", point=None, text=f"Safe {HOSTILE}", nodes=nodes, articles=tuple(a.id for a in articles),
        outlets=(), actors=("a0",), first=None, reach=reach, distinct=reach,
    )  # fmt: skip
    write(out / "claims.jsonl", [claim])


def _actor(number: int, name: str, speakers: list[Speaker]) -> Actor:
    appearances = tuple(
        Appearance(
            article=s.article, speaker=s.id, published=None, position=s.position, stance=s.stance, duplicate=False
        )
        for s in speakers
    )
    ids = [s.article for s in speakers]
    flips = (Flip(before=ids[0], after=ids[1], was="pro", now="anti"),) if len(ids) > 1 else ()
    first = speakers[0]
    return Actor(
        id=f"a{number}", name=name, kind=first.kind, role=first.role, affiliation=None, appearances=appearances,
        stance=first.stance, distinct=first.stance, position=first.position, flips=flips,
    )  # fmt: skip


@pytest.fixture(scope="session")
def outputs(tmp_path_factory: pytest.TempPathFactory, params: Params) -> Path:
    """The output files of the seeds and of two hostile articles, one a near-copy of the other."""
    from pipeline.run.run_all import run_all

    out = tmp_path_factory.mktemp("explore")
    source = out / "in" / "hostile.jsonl"
    source.parent.mkdir()
    source.write_text("".join(json.dumps(a) + "\n" for a in ARTICLES), encoding="utf-8")
    run_all([str(ROOT / "seeds"), str(source)], out, params)
    shutil.rmtree(source.parent)
    add_corpus(out)
    return out


@pytest.fixture(scope="session")
def database(outputs: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    from pipeline.explore.build import build

    path = tmp_path_factory.mktemp("database") / "argmap.db"
    build(outputs, path)
    yield path
