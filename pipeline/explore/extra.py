"""Import a package of the extra `explore`, which is not needed for anything else."""

from importlib import import_module
from types import ModuleType

from pipeline.errors import UsageError


def extra(name: str) -> ModuleType:
    """Import a package that may not be installed.

    Raises:
        UsageError: it, or one that it needs, is not installed.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise UsageError(
            f"needs the package {error.name}, which is not installed", "argmap explore", "pip install 'argmap[explore]'"
        ) from error
