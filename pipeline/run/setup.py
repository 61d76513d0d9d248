"""What a worker needs to know; small, so that it can be sent to another process or machine."""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pipeline.errors import MissingArtifactError
from pipeline.kept.fingerprint import (
    LABEL_CODE,
    LABEL_PACKAGES,
    TEXT_CODE,
    TEXT_PACKAGES,
    code_of,
    hash_of,
    versions_of,
)
from pipeline.params import Params
from pipeline.text.raw import RawArticle

Keys = tuple[str, str]  # under which an article's results are kept: its text's, and its labels' and page's


@dataclass(frozen=True)
class Setup:
    """Params, models and the folder of kept results; `one_page` tells how the report will be cut."""

    params: Params
    model: Path
    linker: Path
    cache: Path | None
    one_page: bool

    @cached_property
    def _text(self) -> str:
        p = self.params
        sections = [s.model_dump_json() for s in (p.clean, p.sentences, p.entities, p.quotes)]
        return hash_of(code_of(TEXT_CODE), versions_of((*TEXT_PACKAGES, p.entities.parser)), *sections)

    @cached_property
    def label_code(self) -> str:
        """Hash all that labels and maps depend on besides their article."""
        files = [_sha256(self.model), _sha256(self.linker)]
        # All params: a map names their hash in its provenance.
        return hash_of(
            self._text,
            code_of(LABEL_CODE),
            versions_of(LABEL_PACKAGES),
            self.params.sha256(),
            *files,
            str(self.one_page),
        )

    def keys(self, raw: RawArticle) -> Keys:
        """Hash all that an article's results depend on."""
        stated = [raw.title, raw.source, raw.url, raw.published]
        given = [f"+{value}" if value is not None else "" for value in stated]
        article = hash_of(raw.id, raw.source_file, raw.sha256, raw.text, *given, *raw.authors)
        return hash_of(self._text, article), hash_of(self.label_code, article)


def _sha256(path: Path) -> str:
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise MissingArtifactError(
            f"the model cannot be read: {error.strerror}", str(path), "run `dvc repro train`, or name another file"
        ) from error
