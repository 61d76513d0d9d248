"""Work articles: from what was read to the lines of every output file, with what is kept used again."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING

from pipeline.analysis.duplicates import signature_of
from pipeline.analysis.intake import clean_article
from pipeline.analysis.text_records import TextRecords
from pipeline.corpus.digest import digest_of
from pipeline.errors import ArgmapError
from pipeline.kept.box import Pieces
from pipeline.kept.cache import Cache
from pipeline.records import Failure
from pipeline.run.pieces import DIGEST, LEDGER, LINE, PAGE, ROW, SIGNATURE, label_pieces, text_pieces, text_records_of
from pipeline.run.setup import Keys, Setup
from pipeline.text.raw import RawArticle, failure

if TYPE_CHECKING:
    from pipeline.analysis.analyser import Analyser
    from pipeline.analysis.labeller import Labeller

GROUP, GROUP_CHARACTERS = 8, 20_000  # that are worked together: more take more memory and save no time
LAYERS = TEXT, LABELS, DRAWN, JOINED, COPIED = "text", "labels", "drawn", "joined", "copied"  # of kept results


@dataclass(frozen=True, slots=True)
class Worked:
    """What came of one article: lines by the stem of their output file, or why there are none."""

    id: str
    pieces: Pieces
    failure: Failure | None = None
    kept: Keys | None = None  # where its page is kept, which is then not among the pieces unless it was asked for


class Worker:
    """One process's pipeline; parser and classifier are loaded when the first article needs them."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.cache = Cache(setup.cache)

    @cached_property
    def _analyser(self) -> "Analyser":
        from pipeline.analysis.analyser import Analyser

        return Analyser(self.setup.params)

    @cached_property
    def _labeller(self) -> "Labeller":
        from pipeline.analysis.labeller import Labeller
        from pipeline.classify.model import StanceModel
        from pipeline.graph.linker import load_linker

        return Labeller(self.setup.params, StanceModel.load(self.setup.model), load_linker(self.setup.linker))

    def load(self) -> None:
        """Load parser and classifier now."""
        _ = self._analyser, self._labeller

    def stream(self, raws: Iterable[RawArticle], *, pages: bool = False) -> Iterator[Worked]:
        """Work any number of articles, a few at a time; their pages are given with the rest only where they are not kept."""
        group: list[RawArticle] = []
        for raw in raws:
            if len(group) == GROUP or sum(len(r.text) for r in group) + len(raw.text) > GROUP_CHARACTERS:
                yield from self.work(group, pages=pages)
                group = []
            group.append(raw)
        yield from self.work(group, pages=pages)

    def work(self, raws: Sequence[RawArticle], *, pages: bool = False) -> list[Worked]:
        """Work articles together, in order; one that breaks the program becomes a failure, the others go on.

        Raises:
            ArgmapError: a model or the parser cannot be used, which is no article's fault.
            OSError: a file of theirs cannot be read.
        """
        try:
            with self._words():
                return list(self._work(raws, pages))
        except (ArgmapError, OSError):
            raise
        except Exception as error:
            if len(raws) == 1:
                return [Worked(raws[0].id, {}, _fault(raws[0], error))]
            return [worked for raw in raws for worked in self.work([raw], pages=pages)]

    def _words(self) -> AbstractContextManager[object]:
        """Let spaCy forget the words of all articles but the first ones; else it holds every word it ever met."""
        return self._analyser.nlp.memory_zone() if "_analyser" in vars(self) else nullcontext()

    def _work(self, raws: Sequence[RawArticle], pages: bool) -> Iterator[Worked]:
        keys = [self.setup.keys(raw) for raw in raws]
        texts = [self.cache.get(TEXT, text) for text, _ in keys]
        fresh = self._read([raw for raw, text in zip(raws, texts, strict=True) if text is None])
        for raw, key, text in zip(raws, keys, texts, strict=True):
            yield self._rest(raw, key, text, fresh, pages)

    def _rest(
        self, raw: RawArticle, key: Keys, text: Pieces | None, fresh: Iterator[TextRecords], pages: bool
    ) -> Worked:
        """Make what is not kept of an article, and keep it; `fresh` gives what was read off the texts that are not kept."""
        found = None
        if text is None:
            found = next(fresh)
            text = text_pieces(found) | {SIGNATURE: signature_of(raw.text, self.setup.params.clean)}
            self.cache.put(TEXT, key[0], text)
        labels = self.cache.get(LABELS, key[1])
        page = self.cache.get(DRAWN, key[1]) if pages else None
        is_kept = not pages and self.cache.has(DRAWN, key[1])
        if labels is None or (page is None and not is_kept):
            labels, page = self._label(found or text_records_of(text))
            self.cache.put(LABELS, key[1], labels)
            self.cache.put(DRAWN, key[1], page)
            is_kept = not pages and self.cache.writable  # a cache that could not be written to writes no more
        del text[LEDGER]
        if is_kept:
            return Worked(raw.id, text | labels, kept=key)
        return Worked(raw.id, text | labels | (page or {}))

    def _read(self, raws: Sequence[RawArticle]) -> Iterator[TextRecords]:
        if raws:
            yield from self._analyser(clean_article(raw, None) for raw in raws)

    def _label(self, found: TextRecords) -> tuple[Pieces, Pieces]:
        from pipeline.report.drawn import draw_article

        labelled = self._labeller(found)
        digest = digest_of(labelled.article, labelled.stances, labelled.map, self.setup.params.corpus)
        drawn = draw_article(labelled, self.setup.one_page)
        return label_pieces(labelled) | {DIGEST: digest, ROW: drawn.row, LINE: drawn.line}, {PAGE: drawn.body}


def are_kept(cache: Cache, keys: Keys) -> bool:
    """Tell whether all results of an article are kept."""
    text, labels = keys
    return cache.has(TEXT, text) and cache.has(LABELS, labels) and cache.has(DRAWN, labels)


def _fault(raw: RawArticle, error: Exception) -> Failure:
    """Say where the program itself broke; with the article this is what a report of the fault needs."""
    last = extract_tb(error.__traceback__)[-1]
    return failure(
        raw.place or raw.source_file,
        f"a fault of argmap itself: {type(error).__name__}: {error} ({Path(last.filename).name}:{last.lineno})",
        "report this line with the article; the other articles are written whole",
    )
