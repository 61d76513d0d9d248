"""Serve the page to this machine alone."""

import secrets
import socket

from flask import Flask
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from pipeline.annotate.editor.app import make_app
from pipeline.annotate.editor.guard import Guard
from pipeline.annotate.editor.session import Session
from pipeline.loopback import HOST, own_hosts

TOKEN_BYTES = 24


class Quiet(WSGIRequestHandler):
    """Prints no line a request: what goes wrong is told on the page."""

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 (the name of werkzeug)
        """Say nothing."""


def open_page(session: Session, listener: socket.socket) -> tuple[Flask, str]:
    """Make the application and the address that opens it, with a token that nobody can guess."""
    port = listener.getsockname()[1]
    guard = Guard(secrets.token_urlsafe(TOKEN_BYTES), own_hosts(listener))
    return make_app(session, guard), f"http://{HOST}:{port}/{guard.token}/"


def make_local(app: Flask, listener: socket.socket) -> BaseWSGIServer:
    """Make the server on a port that was taken; its `serve_forever` returns when Ctrl-C is pressed."""
    port = listener.getsockname()[1]
    return make_server(HOST, port, app, threaded=True, request_handler=Quiet, fd=listener.fileno())
