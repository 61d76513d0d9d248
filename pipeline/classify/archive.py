"""Look at a model file before it is unpacked: one from a stranger may unpack to more than the memory holds."""

import zipfile
from pathlib import Path

from pipeline.errors import MissingArtifactError

MOST_PACKED = 100_000_000  # bytes; the shipped model has some 1.4 million
MOST_UNPACKED = 500_000_000
MOST_MEMBERS = 10_000
FIX = "run `dvc repro train`, or name a file that argmap wrote"


def check_archive(path: Path) -> None:
    """Check that a model file is an archive of a size that can be read.

    No more bytes than an archive's list states are ever unpacked from it, so that the list can be believed.

    Raises:
        MissingArtifactError: it is none, or too large.
    """
    if path.stat().st_size > MOST_PACKED:
        raise MissingArtifactError(f"not a stance classifier: more than {MOST_PACKED} bytes", str(path), FIX)
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise MissingArtifactError("not a stance classifier", str(path), FIX) from error
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_UNPACKED:
        raise MissingArtifactError(
            f"not a stance classifier: unpacks to more than {MOST_UNPACKED} bytes", str(path), FIX
        )
