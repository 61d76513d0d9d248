"""The articles of a job in a file beside its part, so that they pass neither through Ray nor twice through the driver."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pipeline.kept.box import pack, unpack
from pipeline.records.jsonl import atomic_bytes
from pipeline.run.jobs import Job
from pipeline.run.ray_tries import tries_of
from pipeline.text.raw import RawArticle

ARTICLES = "articles"


def input_of(part: Path) -> Path:
    """Name the file of the articles of a part."""
    return part.with_suffix(".in")


def write_input(job: Job) -> None:
    """Write the articles of a job, and forget how often a stopped run has tried it."""
    lines = [json.dumps(asdict(raw)) for raw in job.raws]  # ASCII: a name of a file may hold halves of surrogate pairs
    atomic_bytes(input_of(job.part), pack({ARTICLES: "\n".join(lines).encode()}))
    tries_of(job.part).unlink(missing_ok=True)


def read_input(part: Path) -> list[RawArticle]:
    """Give the articles of a part.

    Raises:
        DamagedError: the file is not what was written.
    """
    lines = unpack(input_of(part).read_bytes())[ARTICLES].split(b"\n")
    return [_raw(json.loads(line)) for line in lines]


def _raw(fields: dict[str, Any]) -> RawArticle:
    return RawArticle(**fields | {"authors": tuple(fields["authors"])})
