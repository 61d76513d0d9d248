"""Import what only an extra brings, for one input: without it the input fails and the others go on."""

from typing import Any

from pipeline.errors import InputError, UsageError
from pipeline.extras import need


def from_extra(module: str, extra: str, where: str) -> Any:
    """Give a module.

    Raises:
        InputError: it is not installed; `fix` names the extra that brings it.
    """
    try:
        return need(module, extra)
    except UsageError as error:
        raise InputError(f"cannot be read without {error.where}, which is not installed", where, error.fix) from error
