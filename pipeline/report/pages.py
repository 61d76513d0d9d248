"""Make whole HTML pages: one file each, with their style and script inside, and a policy that lets nothing else run."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from pipeline.report.anchors import anchor
from pipeline.report.bar import draw_bar
from pipeline.report.sentence import draw_sentence
from pipeline.report.strip import draw_strip
from pipeline.report.wording import SIDES, SIGNS

SCRIPTS = ("link.js", "filter.js", "sort.js")
HEADING, MAIN = Markup("<heading>"), Markup("<content>")  # where a page's own parts go; no text holds a tag


@cache
def environment() -> Environment:
    """Give the templates; whatever is not Markup is escaped, and a name that is not given is an error."""
    env = Environment(
        loader=PackageLoader("pipeline.report"),
        autoescape=True,
        auto_reload=False,  # else the files are looked at for every page
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
        "strip": draw_strip,
        "draw": draw_sentence,
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


def load_templates(names: Iterable[str]) -> None:
    """Compile templates before they are needed."""
    for name in names:
        environment().get_template(name)


def render(template: str, **values: Any) -> Markup:
    """Fill in a part of a page."""
    return Markup(environment().get_template(template).render(values))  # noqa: S704 (made with autoescape)


def stream(template: str, **values: Any) -> Iterator[str]:
    """Fill in a long part of a page, piece by piece; it is HTML."""
    return environment().get_template(template).generate(values)


@cache
def _frame(kind: str, several: bool) -> tuple[str, str]:
    """Give what stands before and after the content of a page, whose heading is still open."""
    page = str(render("page.html", heading=HEADING, kind=kind, several=several, parts=[MAIN]))
    before, _, after = page.partition(MAIN)
    return before, after


def page_of_parts(heading: str, kind: str, several: bool, parts: Iterable[str]) -> Iterator[str]:
    """Put a page around its content, which is HTML, piece by piece; `kind` is whole, index, corpus or article."""
    before, after = _frame(kind, several)
    yield before.replace(HEADING, str(escape(heading)))
    yield from parts
    yield after


def _shipped(name: str) -> str:
    return files("pipeline.report").joinpath("templates", name).read_text(encoding="utf-8")


def _hash(source: str) -> str:
    """Name a text in a Content-Security-Policy."""
    return f"sha256-{b64encode(sha256(source.encode()).digest()).decode()}"
