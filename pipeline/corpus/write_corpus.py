"""Write claims.jsonl, actors.jsonl and outlets.jsonl from the other files of a run."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.corpus.alike import LikeTexts
from pipeline.corpus.claims import claim_groups
from pipeline.corpus.digest import read_digests
from pipeline.corpus.follow import actors
from pipeline.corpus.gather import gather
from pipeline.corpus.join_names import join_names
from pipeline.corpus.outlets import name_outlets, outlets
from pipeline.corpus.scratch import scratch
from pipeline.params import CorpusParams
from pipeline.records.jsonl import dump_lines
from pipeline.records.layout import PLAIN, Layout
from pipeline.records.output import output


@dataclass(frozen=True, slots=True)
class CorpusCounts:
    """How much was written."""

    claims: int
    actors: int
    outlets: int


def write_corpus(
    out: Path, params: CorpusParams, digests: Iterable[bytes] | None = None, layout: Layout = PLAIN
) -> CorpusCounts:
    """Write the three files; memory does not grow with the number of articles.

    `digests` is what `digest_of` gave for each article, in order of their ids; by default they come from the files.

    Raises:
        MissingArtifactError: a file of an earlier stage is not there.
        InputError: the files are those of other articles.
    """
    with scratch() as db:
        like = LikeTexts(db, params)
        gather(read_digests(out, params) if digests is None else digests, db, like)
        name_outlets(db)
        join_names(db)
        like.join()
        return CorpusCounts(
            _write(out, "claims", claim_groups(db, params), layout),
            _write(out, "actors", actors(db), layout),
            _write(out, "outlets", outlets(db), layout),
        )


def _write(out: Path, name: str, records: Iterable[object], layout: Layout) -> int:
    count = 0
    with output(out, name, layout) as file:
        for record in records:
            file.put(dump_lines([record]))
            count += 1
    return count
