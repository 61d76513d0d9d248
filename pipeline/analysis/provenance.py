"""What made a map: versions and hashes, enough to make the same bytes again."""

from importlib.metadata import PackageNotFoundError, version

from pipeline.params import Params
from pipeline.records import Provenance
from pipeline.records.schema import VERSION
from pipeline.version import __version__


def provenance_of(params: Params, model_sha256: str, linker_sha256: str) -> Provenance:
    """Name the program, the schema, the params, the classifier, the linker and the parser."""
    parser = params.entities.parser
    try:
        parser = f"{parser}-{version(parser)}"
    except PackageNotFoundError:
        parser = f"{parser}-unknown"
    return Provenance(
        version=__version__,
        schema=VERSION,
        params_sha256=params.sha256(),
        model_sha256=model_sha256,
        linker_sha256=linker_sha256,
        parser=parser,
    )
