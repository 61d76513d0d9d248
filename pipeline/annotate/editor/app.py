"""The routes of the page: the page itself, its script and style, the reading, and cutting sentences anew."""

import secrets
from http import HTTPStatus
from pathlib import Path
from typing import Any

from flask import Flask, Response, abort, render_template, request, send_from_directory
from pydantic import ValidationError
from werkzeug.exceptions import BadRequest, HTTPException

from pipeline.annotate.editor.draft import Draft, fault_of, parse_draft
from pipeline.annotate.editor.guard import Guard, body_of, page_policy
from pipeline.annotate.editor.guideline import read_guideline
from pipeline.annotate.editor.segment import merge, split
from pipeline.annotate.editor.session import ConflictError, Session
from pipeline.errors import ArgmapError

PAGE = Path(__file__).with_name("page")
SERVED = frozenset(p.name for p in PAGE.iterdir() if p.suffix in {".css", ".js"})


def make_app(session: Session, guard: Guard) -> Flask:
    """Make the application for one article."""
    app = Flask(__name__, static_folder=None, template_folder=str(PAGE))
    guard.install(app)
    base = f"/{guard.token}"

    @app.get(f"{base}/")
    def page() -> Response:
        nonce = secrets.token_urlsafe(16)
        blocks = read_guideline(session.folder / "GUIDELINE.md")
        answer = Response(render_template("page.html", nonce=nonce, guideline=blocks, blind=session.blind))
        answer.headers["Content-Security-Policy"] = page_policy(nonce)
        return answer

    @app.get(f"{base}/<name>")
    def asset(name: str) -> Response:
        return send_from_directory(PAGE, name) if name in SERVED else abort(HTTPStatus.NOT_FOUND)

    @app.get(f"{base}/reading")
    def reading() -> dict[str, Any]:
        return session.state()

    @app.put(f"{base}/reading")
    def save() -> dict[str, Any]:
        body = body_of(request, {"draft", "revision"})
        draft = _draft(body["draft"], session)
        return {"revision": session.save(draft, str(body["revision"])), "problems": session.problems(draft)}

    @app.post(f"{base}/cut")
    def cut() -> dict[str, Any]:
        body = body_of(request, {"draft", "row", "at"})
        draft, row, at = _draft(body["draft"], session), body["row"], body["at"]
        if type(row) is not int or not (at is None or type(at) is int):
            raise BadRequest("row and at are whole numbers; at may be null")
        try:
            after = merge(draft, session.text, row) if at is None else split(draft, session.text, row, at)
        except ValueError as error:
            raise BadRequest(str(error)) from error
        return {"draft": after, "problems": session.problems(after)}

    _tell_errors(app)
    return app


def _draft(data: object, session: Session) -> Draft:
    try:
        draft = parse_draft(data)
    except ValidationError as error:
        first = error.errors()[0]
        raise BadRequest(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    fault = fault_of(draft, session.text)
    if fault:
        raise BadRequest(fault)
    return draft


def _tell_errors(app: Flask) -> None:
    """Answer every error with JSON that a person can read; none is a page with a traceback."""

    def tell(what: str, status: int) -> tuple[dict[str, str], int]:
        return {"error": what}, status

    @app.errorhandler(HTTPException)
    def refused(error: HTTPException) -> tuple[dict[str, str], int]:
        return tell(error.description or error.name, error.code or HTTPStatus.BAD_REQUEST)

    @app.errorhandler(ConflictError)
    def conflict(_: ConflictError) -> tuple[dict[str, str], int]:
        return tell("another page or program has changed this reading since it was opened here", HTTPStatus.CONFLICT)

    @app.errorhandler(ArgmapError)
    def broken(error: ArgmapError) -> tuple[dict[str, str], int]:
        return tell(str(error), HTTPStatus.UNPROCESSABLE_ENTITY)

    @app.errorhandler(OSError)
    def disk(error: OSError) -> tuple[dict[str, str], int]:
        name = Path(error.filename).name if isinstance(error.filename, str) else "the files"
        return tell(f"{name}: {error.strerror or error}", HTTPStatus.INSUFFICIENT_STORAGE)
