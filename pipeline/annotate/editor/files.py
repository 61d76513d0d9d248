"""The files of one reading: rows and spans as the contract has them, and beside them how far one has read.

`<id>.progress.json` says which stretches of the text were looked at; it is no part of the annotation and may be removed.
"""

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pipeline.annotate.editor.draft import Draft
from pipeline.gold.corpus import GoldSpan, Row, parse_lines
from pipeline.records.jsonl import atomic, dump_line


@dataclass(frozen=True, slots=True)
class ReadingFiles:
    """The three files in an annotator's folder."""

    folder: Path
    article: str

    @property
    def rows(self) -> Path:
        """One sentence a line."""
        return self.folder / f"{self.article}.jsonl"

    @property
    def spans(self) -> Path:
        """One span a line."""
        return self.folder / f"{self.article}.spans.jsonl"

    @property
    def progress(self) -> Path:
        """Which rows were looked at."""
        return self.folder / f"{self.article}.progress.json"

    def revision(self) -> str:
        """Give what changes with any byte of the files, whoever writes them."""
        digest = hashlib.sha256()
        for path in (self.rows, self.spans, self.progress):
            data = path.read_bytes() if path.exists() else b""
            digest.update(b"%d:%b" % (len(data), data))
        return digest.hexdigest()[:16]

    def load(self) -> Draft | None:
        """Read the draft as it is; None where there are no rows yet.

        Raises:
            AnnotationError: a file is broken.
        """
        if not self.rows.exists():
            return None
        rows: list[Row] = [row for _, row in parse_lines(self.rows, Row)]
        spans: list[GoldSpan] = [s for _, s in parse_lines(self.spans, GoldSpan)] if self.spans.exists() else []
        seen, left_off = self._seen()
        read = [(row.start, row.end) in seen for row in rows]
        return Draft(
            rows=rows, spans=spans, read=read, at=next((n for n, r in enumerate(rows) if r.start == left_off), 0)
        )

    def _seen(self) -> tuple[set[tuple[int, int]], int]:
        # A broken file of progress costs one's place, never the annotation.
        with suppress(OSError, ValueError, TypeError, KeyError):
            state = json.loads(self.progress.read_bytes())
            return {(start, end) for start, end in state["read"]}, state["at"]
        return set(), 0

    def save(self, draft: Draft) -> None:
        """Write all three files, each whole; what can fail, fails before the first takes its name."""
        seen = [(row.start, row.end) for row, read in zip(draft.rows, draft.read, strict=True) if read]
        with atomic(self.progress) as state, atomic(self.spans) as spans, atomic(self.rows) as rows:
            rows.writelines(dump_line(row) + "\n" for row in draft.rows)
            spans.writelines(dump_line(span) + "\n" for span in draft.spans)
            state.write(json.dumps({"read": seen, "at": draft.rows[draft.at].start}) + "\n")
            for file in (rows, spans, state):
                file.flush()
