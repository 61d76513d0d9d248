"""Part files: the results of one job, or where they are kept; committed by rename, so that a part that is there is whole."""

import os
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.kept.box import DamagedError, Pieces, pack, unpack
from pipeline.kept.cache import Cache
from pipeline.records import Failure
from pipeline.records.jsonl import adapter, dump_line
from pipeline.records.whole import unique_scratch_of, whole
from pipeline.run.worker import Worked, are_kept

LENGTH = struct.Struct("<Q")
ID, FAILURE, KEPT = "id", "failure", "kept"
BETWEEN = b" "  # keys


def write_part(path: Path, results: Iterable[Worked]) -> None:
    """Write the results of a job as they come, one box an article."""
    with whole(path, unique_scratch_of(path)) as scratch, open(scratch, "wb") as out:
        for worked in results:
            head = {ID: worked.id.encode()}
            if worked.failure:
                head[FAILURE] = dump_line(worked.failure).encode()
            if worked.kept:
                head[KEPT] = BETWEEN.join(key.encode() for key in worked.kept)
            box = pack(head | worked.pieces)
            out.write(LENGTH.pack(len(box)))
            out.write(box)


def read_part(path: Path) -> Iterator[Worked]:
    """Yield the results of a job, one article in memory at a time.

    Raises:
        DamagedError: the file is not what was written.
    """
    with open(path, "rb") as boxes:
        left = os.fstat(boxes.fileno()).st_size
        while head := boxes.read(LENGTH.size):
            left -= len(head)
            if len(head) < LENGTH.size or (length := LENGTH.unpack(head)[0]) > left:
                raise DamagedError
            left -= length
            pieces = unpack(boxes.read(length))
            if ID not in pieces:
                raise DamagedError
            yield _worked(pieces)


def _worked(pieces: Pieces) -> Worked:
    failed, kept = pieces.pop(FAILURE, None), pieces.pop(KEPT, None)
    return Worked(
        pieces.pop(ID).decode(),
        pieces,
        adapter(Failure).validate_json(failed) if failed else None,
        tuple(kept.decode().split()) if kept else None,  # type: ignore[arg-type]
    )


def is_done(path: Path, articles: int, cache: Cache) -> bool:
    """Tell whether a part is there and whole, from a run that was stopped; what failed then gets another chance.

    What it names must be kept in `cache`: the stopped run may have had another.
    """
    try:
        good = [not w.failure and (not w.kept or are_kept(cache, w.kept)) for w in read_part(path)]
    except (OSError, DamagedError):
        return False
    return len(good) == articles and all(good)
