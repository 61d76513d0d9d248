"""argmap: argument maps of news on sanctuary policies."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.api import load

from pipeline.version import __version__

__all__ = ["__version__", "load"]


def __getattr__(name: str) -> Any:
    """Import the API on first use, so that `argmap --help` does not load the parser."""
    if name == "load":
        from pipeline.api import load

        return load
    raise AttributeError(name)
