"""Write an output file in its layout: whole and under its name at the end, or not at all."""

import gzip
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

from zstandard import ZstdCompressor

from pipeline.records.layout import PLAIN, Layout
from pipeline.records.parquet import parquet_writer
from pipeline.records.schema import FILES
from pipeline.records.stored import stored_files
from pipeline.records.whole import scratch_of

GZ_LEVEL = 6
ZST_LEVEL = 9


class Output:
    """The files of one output; they are scratch files until `commit`."""

    def __init__(self, out: Path, name: str, layout: Layout, articles: int) -> None:
        """See `outputs`, which also removes the same output in other layouts."""
        self._name, self._layout, self._articles = name, layout, articles
        self._files = [out / file for file in layout.files(name)]
        self._opened = 0  # files; the last of them is being written
        self._put = 0  # articles
        self._shard = ExitStack()
        self._write: Callable[[bytes], object]
        self._disk = ThreadPoolExecutor(1)
        self._on_disk: list[Future[None]] = []  # of the files that are complete
        out.mkdir(parents=True, exist_ok=True)

    @property
    def is_in_shards(self) -> bool:
        """Tell whether articles must be put one by one."""
        return self._layout.shards > 1

    def put(self, lines: bytes, articles: int = 1) -> None:
        """Append all lines of the next articles."""
        shard = self._put * self._layout.shards // max(self._articles, 1)
        while self._opened <= min(shard, self._layout.shards - 1):
            self._open_next()
        self._write(lines)
        self._put += articles

    def finish(self) -> None:
        """Begin to bring all files to the disk, under their scratch names, while the caller goes on."""
        while self._opened < self._layout.shards:
            self._open_next()
        self._close()

    def commit(self) -> None:
        """Give the files their names; nothing but renames, so that files of two runs are mixed for moments only."""
        for file in self._files:
            scratch_of(file).replace(file)

    def wait(self) -> None:
        """Wait until all files are on the disk."""
        for done in self._on_disk:
            done.result()

    def discard(self) -> None:
        """Remove what was not committed."""
        try:
            self._shard.close()
        finally:
            self._disk.shutdown()
            for file in self._files[: self._opened]:
                scratch_of(file).unlink(missing_ok=True)

    def _open_next(self) -> None:
        self._close()
        scratch = scratch_of(self._files[self._opened])
        self._opened += 1
        self._write = self._shard.enter_context(_written(scratch, self._layout, self._name))

    def _close(self) -> None:
        if len(self._on_disk) < self._opened:
            self._shard.close()
            self._on_disk.append(self._disk.submit(_sync, scratch_of(self._files[self._opened - 1])))


def remove_others(out: Path, name: str, layout: Layout) -> None:
    """Remove the files of an output that are not of this layout, with what a killed run left of them."""
    for file in set(stored_files(out, name)) - {out / ours for ours in layout.files(name)}:
        file.unlink()


@contextmanager
def outputs(out: Path, names: Iterable[str], layout: Layout = PLAIN, articles: int = 1) -> Iterator[dict[str, Output]]:
    """Write several outputs of `articles` articles together: when the block ends, or none of them."""
    with ExitStack() as stack:
        files = {}
        for name in names:
            files[name] = Output(out, name, layout, articles)
            stack.callback(files[name].discard)
        yield files
        for step in (Output.finish, Output.wait, Output.commit):
            for file in files.values():
                step(file)
        for name in files:
            remove_others(out, name, layout)


@contextmanager
def output(out: Path, name: str, layout: Layout = PLAIN, articles: int = 1) -> Iterator[Output]:
    """Write one output of `articles` articles: when the block ends, or not at all."""
    with outputs(out, [name], layout, articles) as files:
        yield files[name]


@contextmanager
def _written(path: Path, layout: Layout, name: str) -> Iterator[Callable[[bytes], object]]:
    """Open a file that is complete when the block ends; the same lines give the same bytes."""
    with open(path, "wb") as raw:
        if layout.form == "parquet":
            with parquet_writer(raw, FILES[name]) as write:
                yield write
        elif layout.compression == "gz":
            with gzip.GzipFile("", "wb", GZ_LEVEL, raw, mtime=0) as packed:
                yield packed.write
        elif layout.compression == "zst":
            packer = ZstdCompressor(ZST_LEVEL, write_checksum=True)
            with packer.stream_writer(raw, closefd=False) as packed:
                yield packed.write
        else:
            yield raw.write


def _sync(file: Path) -> None:
    with open(file, "r+b") as written:  # some systems want it open for writing
        os.fsync(written.fileno())
