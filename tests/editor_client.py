"""Asks the annotator's server as its page does, without a browser."""

import json
from collections.abc import Callable
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from pipeline.annotate.editor.app import make_app
from pipeline.annotate.editor.guard import Guard
from pipeline.annotate.editor.session import Session

HOST = "127.0.0.1:8002"
BASE = "/token"
Open = Callable[..., Session]


class Client:
    """Asks as the page does."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.client: FlaskClient = make_app(session, Guard("token", frozenset({HOST}))).test_client()

    def get(self, path: str = f"{BASE}/reading", **headers: str) -> TestResponse:
        return self.client.get(path, headers={"Host": HOST, **headers})

    def send(self, method: str, name: str, body: object, **headers: str) -> TestResponse:
        return self.client.open(
            f"{BASE}/{name}",
            method=method,
            data=body if isinstance(body, (str, bytes)) else json.dumps(body),
            headers={"Host": HOST, "Origin": f"http://{HOST}", "Content-Type": "application/json", **headers},
        )

    def state(self) -> Any:
        return self.get().json

    def save(self, draft: Any, revision: str) -> TestResponse:
        return self.send("PUT", "reading", {"draft": draft, "revision": revision})


def written(page: Client) -> list[str]:
    folder = page.session.folder
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())
