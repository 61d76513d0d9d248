"""argmap: argument maps of news on sanctuary policies."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.api import load
    from pipeline.tables.frames import frames, to_frame

from pipeline.loading import uncollected
from pipeline.version import __version__

__all__ = ["__version__", "frames", "load", "to_frame"]


def __getattr__(name: str) -> Any:
    """Import the API on first use, so that `argmap --help` does not load the parser."""
    if name == "load":
        with uncollected():
            from pipeline.api import load

        return load
    if name in ("frames", "to_frame"):
        from pipeline.tables import frames as module

        return getattr(module, name)
    raise AttributeError(name)
