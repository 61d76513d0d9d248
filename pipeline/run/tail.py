"""Lines that come after those of a job that is still worked; they wait in a scratch file."""

from collections import deque
from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile
from types import TracebackType

Lines = tuple[str, bytes, int]  # of some articles in a row: output file, lines, articles


class Tail:
    """Lines of jobs in the order in which they come out again; use it as a context manager."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 (closed by __exit__)
        self._jobs: deque[list[tuple[str, int, int]]] = deque()  # as Lines, but how many bytes

    def __enter__(self) -> "Tail":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()

    def add_job(self, lines: Iterable[Lines]) -> None:
        """Take the lines of the next job; all are taken before the first is asked for."""
        self._jobs.append([(name, self._file.write(some), articles) for name, some, articles in lines])

    def rewind(self) -> None:
        """Go to the first job."""
        self._file.seek(0)

    def next_job(self) -> Iterator[Lines]:
        """Yield the lines of the next job."""
        for name, size, articles in self._jobs.popleft():
            yield name, self._file.read(size), articles
