"""Refuse every request that is not the page's own: other hosts, other origins, no token, no JSON."""

import secrets
from dataclasses import dataclass

from flask import Flask, Request, Response, request
from werkzeug.exceptions import BadRequest, Forbidden, UnsupportedMediaType

from pipeline.explore.guard import HEADERS as COMMON

MAX_BYTES = 16 * 1024 * 1024  # a text of the longest length that `clean` takes has rows of some 2 MB
HEADERS = {**COMMON, "Cache-Control": "no-store"}  # the token is in the address, so that no referrer is told either


@dataclass(frozen=True, slots=True)
class Guard:
    """Knows the token and the hosts that the server answers to."""

    token: str
    hosts: frozenset[str]

    def check(self, asked: Request) -> None:
        """Let a request of the page pass.

        Raises:
            HTTPException: it is none.
        """
        if asked.headers.get("Host") not in self.hosts:  # a name that was bound anew to this machine
            raise Forbidden("this server answers to its own address alone")
        origin, own = asked.headers.get("Origin"), f"http://{asked.headers['Host']}"
        if origin not in ((own,) if asked.method not in {"GET", "HEAD"} else (None, own)):
            raise Forbidden("another page may not ask this")
        given = asked.path.split("/")[1]
        if not secrets.compare_digest(given.encode(), self.token.encode()):
            raise Forbidden("open the whole address that `argmap annotate edit` printed")
        if asked.method in {"POST", "PUT"} and asked.mimetype != "application/json":
            raise UnsupportedMediaType("only JSON is taken")

    def install(self, app: Flask) -> None:
        """Set the guard before every route, and the headers behind."""
        app.config["MAX_CONTENT_LENGTH"] = MAX_BYTES

        @app.before_request
        def check() -> None:
            self.check(request)

        @app.after_request
        def harden(response: Response) -> Response:
            response.headers.update(HEADERS)
            response.headers.setdefault("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
            return response


def page_policy(nonce: str) -> str:
    """Give the Content-Security-Policy of the page: its own script and style, requests to itself, nothing else."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src 'nonce-{nonce}'",
            f"style-src 'nonce-{nonce}'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
        ]
    )


def body_of(asked: Request, keys: set[str]) -> dict[str, object]:
    """Give the JSON object of a request that has just these keys.

    Raises:
        BadRequest: it has not.
    """
    body = asked.get_json()
    if not isinstance(body, dict) or set(body) != keys:
        raise BadRequest(f"an object of {', '.join(sorted(keys))} is needed")
    return body
