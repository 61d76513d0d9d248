"""Write claims.jsonl, actors.jsonl and outlets.jsonl from the other files of a run."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pipeline.corpus.claims import claim_lines
from pipeline.corpus.digest import read_digests
from pipeline.corpus.follow import actor_lines
from pipeline.corpus.gather import Gathered
from pipeline.corpus.helper import Helper, HelperGoneError
from pipeline.corpus.join_names import join_names
from pipeline.corpus.outlets import name_outlets, outlets
from pipeline.corpus.scratch import scratch
from pipeline.params import CorpusParams
from pipeline.records.jsonl import dump_line
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
        for number, digest in enumerate(read_digests(out, params)):
            gathered.add(number, digest)
        return write_gathered(out, params, gathered)


@contextmanager
def gathering(params: CorpusParams, helper: Helper | None = None) -> Iterator[Gathered]:
    """Open a place for the digests of a run's articles, to be added; one that a helper can share.

    Raises:
        HelperGoneError: all of the block must be done again without the helper.
    """
    try:
        with scratch(helper.shared if helper else None) as db:
            yield Gathered(db, params)
    except sqlite3.OperationalError as error:  # its disk may be full, where scratch files of the system find room
        if helper:
            raise HelperGoneError from error
        raise


def write_gathered(
    out: Path, params: CorpusParams, gathered: Gathered, layout: Layout = PLAIN, helper: Helper | None = None
) -> CorpusCounts:
    """Write the three files from the digests of all articles.

    Raises:
        HelperGoneError: as in `gathering`.
    """
    gathered.store()
    db = gathered.db
    name_outlets(db)
    if helper:
        helper.begin(db)
    else:
        join_names(db)
    gathered.like.join()
    if helper:
        helper.wait_for_names()
    return CorpusCounts(
        _write(out, "claims", claim_lines(db, params), layout),
        _write(out, "actors", helper.actor_lines() if helper else actor_lines(db), layout),
        _write(out, "outlets", map(dump_line, outlets(db)), layout),
    )


def _write(out: Path, name: str, lines: Iterable[str], layout: Layout) -> int:
    count = 0
    with output(out, name, layout) as file:
        for line in lines:
            file.put(f"{line}\n".encode())  # one by one, since a group of claims may name thousands of places
            count += 1
    return count
