"""The version; kept apart so that any module may read it."""

__version__ = "1.1.0"
