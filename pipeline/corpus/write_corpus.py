"""Write claims.jsonl, actors.jsonl and outlets.jsonl from the other files of a run."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pipeline.corpus.claims import claim_groups
from pipeline.corpus.digest import read_digests
from pipeline.corpus.follow import actors
from pipeline.corpus.gather import Gathered
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


def write_corpus(out: Path, params: CorpusParams) -> CorpusCounts:
    """Write the three files from those of the earlier stages.

    Raises:
        MissingArtifactError: a file of an earlier stage is not there.
        InputError: the files are those of other articles.
    """
    with gathering(params) as gathered:
        for digest in read_digests(out, params):
            gathered.add(digest)
        return write_gathered(out, params, gathered)


@contextmanager
def gathering(params: CorpusParams) -> Iterator[Gathered]:
    """Open a place for the digests of a run's articles, to be added in order of their ids."""
    with scratch() as db:
        yield Gathered(db, params)


def write_gathered(out: Path, params: CorpusParams, gathered: Gathered, layout: Layout = PLAIN) -> CorpusCounts:
    """Write the three files from the digests of all articles."""
    gathered.finish()
    db = gathered.db
    name_outlets(db)
    join_names(db)
    gathered.like.join()
    return CorpusCounts(
        _write(out, "claims", claim_groups(db, params), layout),
        _write(out, "actors", actors(db), layout),
        _write(out, "outlets", outlets(db), layout),
    )


def _write(out: Path, name: str, records: Iterable[object], layout: Layout) -> int:
    count = 0
    with output(out, name, layout) as file:
        for record in records:
            file.put(dump_lines([record]))  # one by one, since a group of claims may name thousands of places
            count += 1
    return count
