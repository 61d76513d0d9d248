"""The templates of the report and its style."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined


@cache
def templates() -> Environment:
    """Give the templates; whatever they are filled with is escaped."""
    return Environment(
        loader=PackageLoader("pipeline.report"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )


@cache
def style() -> str:
    """Give the style of the report."""
    return files("pipeline.report").joinpath("templates/style.css").read_text(encoding="utf-8")
