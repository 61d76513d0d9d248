"""A stage's results, article by article: recalled where they are kept, made anew where not."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from pipeline.kept.box import Pieces
from pipeline.kept.cache import Cache, Used
from pipeline.kept.fingerprint import code_of, hash_of, versions_of
from pipeline.own_folder import OWN

T = TypeVar("T")
GROUP = 64  # articles looked up together, so that the parser works in batches


class Recall:
    """What one stage keeps from run to run, in a layer of its own name."""

    def __init__(self, cache: Cache, stage: str, made_by: str) -> None:
        self._cache = cache
        self._stage = stage
        self._made_by = made_by
        self.used = Used()

    def key(self, *inputs: str | bytes) -> str:
        """Give the key of a result by all that it is made of."""
        key = hash_of(self._made_by, *inputs)
        self.used.add(key)
        return key

    def pieces(
        self, items: Iterable[T], key: Callable[[T], str], make: Callable[[list[T]], Iterator[Pieces]]
    ) -> Iterator[Pieces]:
        """Yield the results of articles in their order; `make` is given those that are not kept, some at a time."""
        source = iter(items)
        while group := list(islice(source, GROUP)):
            keys = [key(item) for item in group]
            kept = [self._cache.get(self._stage, k) for k in keys]
            missing = [item for item, found in zip(group, kept, strict=True) if found is None]
            fresh = make(missing) if missing else iter(())
            for k, found in zip(keys, kept, strict=True):
                if found is None:
                    found = next(fresh)
                    self._cache.put(self._stage, k, found)
                yield found


@contextmanager
def recall(
    out: Path, stage: str, code: tuple[str, ...], packages: Iterable[str], *made_by: BaseModel | str
) -> Iterator[Recall]:
    """Open what a stage keeps beside the outputs; at a good end, what was not used again is dropped.

    `made_by` are the params, models and whatever else decides a result besides code, installed packages and its inputs.
    """
    folder = out / OWN / "cache"
    values = (m if isinstance(m, str) else m.model_dump_json() for m in made_by)
    recalled = Recall(Cache(folder), stage, hash_of(code_of(code), versions_of(packages), *values))
    yield recalled
    recalled.used.prune(folder / stage)
