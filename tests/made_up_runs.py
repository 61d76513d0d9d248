"""Runs made up from records, so that what holds across articles is tested without a parser."""

import json
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.corpus.write_corpus import write_corpus
from pipeline.params import load_params
from pipeline.records import (
    ArgumentMap,
    Article,
    Label,
    Node,
    Provenance,
    Scores,
    Speaker,
    SpeakerKind,
    Stance,
    StanceCounts,
    Summary,
    position_of,
)
from pipeline.records.jsonl import dump_line

ROOT = Path(__file__).resolve().parents[1]
Voice = tuple[str, SpeakerKind, str | None]  # name, kind, role
Said = tuple[str, Label, Voice | None]
Story = dict[str, Any]  # said: list[Said]; source, published and duplicate_of where there are any
Corpus = dict[str, list[dict[str, Any]]]  # the records of claims, actors and outlets
MADE_BY = Provenance(version="0", schema="1", params_sha256="", model_sha256="", linker_sha256="", parser="")
ISSUE = Node(
    id="", type="issue", sentence=None, start=None, end=None, text="", stance=None, speaker=None, confidence=None
)


def corpus_of(stories: Mapping[str, Story]) -> Corpus:
    """Give the records that the stage writes for stories by article id."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        _write(out, {name: stories[name] for name in sorted(stories)})
        write_corpus(out, load_params(ROOT / "params.yaml").corpus)
        names = ("claims", "actors", "outlets")
        return {n: [json.loads(line) for line in (out / f"{n}.jsonl").read_text().splitlines()] for n in names}


def _write(out: Path, stories: Mapping[str, Story]) -> None:
    lines: dict[str, list[str]] = {"articles": [], "stances": [], "maps": []}
    for name, story in stories.items():
        said: list[Said] = story["said"]
        voices = list(dict.fromkeys(voice for _, _, voice in said if voice))
        ids = {voice: f"{name}:p{n}" for n, voice in enumerate(voices)}
        lines["articles"].append(dump_line(_article(name, story)))
        lines["maps"].append(dump_line(_map(name, said, ids)))
        for number, (_, label, voice) in enumerate(said):
            lines["stances"].append(dump_line(_stance(name, number, label, ids[voice] if voice else None)))
    for file, found in lines.items():
        (out / f"{file}.jsonl").write_text("".join(f"{line}\n" for line in found), encoding="utf-8")


def _article(name: str, story: Story) -> Article:
    return Article(
        id=name, source_file="in.jsonl", sha256="", text="", title=None, source=story.get("source"), url=None,
        published=story.get("published"), authors=(), duplicate_of=story.get("duplicate_of"), blocks=(),
    )  # fmt: skip


def _stance(name: str, number: int, label: Label, speaker: str | None) -> Stance:
    scores = Scores(pro=float(label == "pro"), anti=float(label == "anti"), neutral=float(label == "neutral"))
    return Stance(
        sentence=f"{name}:s{number}", article=name, label=label, scores=scores, uncertain=False, speaker=speaker,
        voice="author", why=(),
    )  # fmt: skip


def _map(name: str, said: list[Said], ids: Mapping[Voice, str]) -> ArgumentMap:
    nodes = [
        Node(
            id=f"{name}:n{number}", type="claim", sentence=f"{name}:s{number - 1}", start=0, end=1, text=text,
            stance=label, speaker=ids[voice] if voice else None, confidence=1.0,
        )
        for number, (text, label, voice) in enumerate(said, 1)
        if label != "neutral"
    ]  # fmt: skip
    speakers = []
    for (who, kind, role), speaker in ids.items():
        counts = Counter(label for _, label, voice in said if voice == (who, kind, role))
        stance = StanceCounts(pro=counts["pro"], anti=counts["anti"], neutral=counts["neutral"])
        speakers.append(
            Speaker(
                id=speaker, article=name, name=who, kind=kind, role=role, affiliation=None, mentions=((0, 1),),
                quotes=(), stance=stance, position=position_of(stance),
            )
        )  # fmt: skip
    return ArgumentMap(
        article=name, title=None, issue="", nodes=(ISSUE, *nodes), edges=(), speakers=tuple(speakers),
        summary=Summary(claims={}, speakers={}), provenance=MADE_BY,
    )  # fmt: skip
