"""Import what only an extra of the package brings."""

from importlib import import_module
from typing import Any

from pipeline.errors import UsageError


def need(module: str, extra: str) -> Any:
    """Give a module.

    Raises:
        UsageError: it is not installed; `fix` names the extra that brings it.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise UsageError("not installed", module.partition(".")[0], f"pip install 'argmap[{extra}]'") from error
