"""Make whole HTML pages: one file each, with their style and script inside, and a policy that lets nothing else run."""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pipeline.records.jsonl import atomic
from pipeline.report.anchors import anchor
from pipeline.report.bar import draw_bar
from pipeline.report.wording import SIDES, SIGNS

SCRIPTS = ("link.js", "filter.js", "sort.js")


@cache
def environment() -> Environment:
    """Give the templates; whatever is not Markup is escaped, and a name that is not given is an error."""
    env = Environment(
        loader=PackageLoader("pipeline.report"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = _shipped("style.css")
    script = "".join(_shipped(name) for name in SCRIPTS)
    env.globals |= {
        "anchor": anchor,
        "bar": draw_bar,
        "words": SIDES,
        "signs": SIGNS,
        "style": Markup(style),  # noqa: S704 (our own file)
        "script": Markup(script),  # noqa: S704 (our own files)
        "policy": (
            f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
            "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
        ),
    }
    return env


def render(template: str, **values: Any) -> Markup:
    """Fill in a part of a page."""
    return Markup(environment().get_template(template).render(values))  # noqa: S704 (made with autoescape)


def stream(template: str, **values: Any) -> Iterator[Markup]:
    """Fill in a long part of a page, piece by piece."""
    return map(Markup, environment().get_template(template).generate(values))


def write_page(path: Path, values: Mapping[str, Any], parts: Iterable[Markup]) -> None:
    """Write a page; its parts are written as they come."""
    with atomic(path) as page:
        page.writelines(environment().get_template("page.html").generate(**values, parts=parts))


def _shipped(name: str) -> str:
    return files("pipeline.report").joinpath("templates", name).read_text(encoding="utf-8")


def _hash(source: str) -> str:
    """Name a text in a Content-Security-Policy."""
    return f"sha256-{b64encode(sha256(source.encode()).digest()).decode()}"
