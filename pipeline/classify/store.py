"""Save and load the classifier with skops: no code in the file, and the same bytes for the same model."""

import hashlib
import io
import re
import zipfile
from pathlib import Path

import skops.io
from sklearn.pipeline import Pipeline

from pipeline.classify.archive import check_archive
from pipeline.errors import MissingArtifactError
from pipeline.records.jsonl import atomic_bytes

EPOCH = (1980, 1, 1, 0, 0, 0)
ID = re.compile(r'("__id__": |"file": ")(\d+)')
STOP_WORDS_ID = re.compile(r'("_stop_words_id": \{[^{}]*?"content": ")\d+')


def save_model(pipeline: Pipeline, path: Path) -> None:
    """Write a fitted pipeline; memory addresses and dates, which skops puts into the file, are replaced."""
    atomic_bytes(path, _stable(skops.io.dumps(pipeline)))


def _stable(data: bytes) -> bytes:
    """Number the members of a skops file in order of use, and give them all one date."""
    source = zipfile.ZipFile(io.BytesIO(data))
    schema = source.read("schema.json").decode()
    names: dict[str, str] = {}
    schema = ID.sub(lambda m: m[1] + names.setdefault(m[2], str(len(names) + 1)), schema)
    schema = STOP_WORDS_ID.sub(r"\g<1>0", schema)
    members = [("schema.json", schema.encode())]
    for member in source.namelist():
        if member != "schema.json":
            stem, _, ending = member.partition(".")
            members.append((f"{names[stem]}.{ending}", source.read(member)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in sorted(members):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, content)
    return out.getvalue()


def load_model(path: Path) -> tuple[Pipeline, str]:
    """Read a pipeline and the sha256 of its file.

    Raises:
        MissingArtifactError: there is no such file, or it is not a classifier that argmap wrote.
    """
    if not path.exists():
        raise MissingArtifactError("no stance classifier", str(path), "run `dvc repro train`, or name one with --model")
    check_archive(path)
    data = path.read_bytes()
    try:
        # Nothing beyond what skops trusts by default: a file with other types is refused.
        pipeline = skops.io.loads(data, trusted=[])
    except (
        zipfile.BadZipFile,
        LookupError,
        ValueError,
        TypeError,
        AttributeError,
        MemoryError,
        RecursionError,
    ) as error:
        raise MissingArtifactError("not a stance classifier", str(path), "run `dvc repro train`") from error
    except skops.io.exceptions.UntrustedTypesFoundException as error:
        raise MissingArtifactError(
            f"the file holds types that are not trusted: {error}", str(path), "run `dvc repro train`"
        ) from error
    if not isinstance(pipeline, Pipeline):
        raise MissingArtifactError("not a stance classifier", str(path), "run `dvc repro train`")
    return pipeline, hashlib.sha256(data).hexdigest()
