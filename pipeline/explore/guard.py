"""Stand before Datasette: answer this machine's own address alone, and let a page run nothing but Datasette's own script."""

import re
from base64 import b64encode
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from hashlib import sha256
from pathlib import Path
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[Message, Receive, Send], Awaitable[None]]

# What every page that is served to this machine says, here and in the annotator.
HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
OWN_SCRIPT = re.compile(r"<script>.*?</script>", re.DOTALL)
REFUSAL = b"this server answers to its own address alone\n"


def guarded(app: Asgi, hosts: frozenset[str], scripts: frozenset[str]) -> Asgi:
    """Wrap an application.

    A name that was bound anew to this machine does not reach it, nor does the script of another page; `scripts` are the
    hashes of the scripts that its pages have in them.
    """

    async def answer(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        asked = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        host = asked.get("host", "")
        if host not in hosts or asked.get("origin", f"http://{host}") != f"http://{host}":
            await _refuse(send)
            return

        async def harden(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = {**HEADERS, "Content-Security-Policy": policy(host, scripts)}
                names = {name.lower().encode() for name in own}
                kept = [pair for pair in message["headers"] if pair[0].lower() not in names]
                message["headers"] = [*kept, *((n.lower().encode(), v.encode()) for n, v in own.items())]
            await send(message)

        await app(scope, receive, harden)

    return answer


async def _refuse(send: Send) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"x-content-type-options", b"nosniff")]
    await send({"type": "http.response.start", "status": 403, "headers": headers})
    await send({"type": "http.response.body", "body": REFUSAL})


def policy(host: str, scripts: frozenset[str]) -> str:
    """Give the Content-Security-Policy: the files and the inline scripts of Datasette, and requests to this server.

    Datasette's pages have style in them that differs from page to page; no style can load anything from elsewhere.
    """
    hashes = "".join(f" '{name}'" for name in sorted(scripts))
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src http://{host}/-/static/{hashes}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        ]
    )


def inline_scripts(templates: Path, fill: Callable[[str], str]) -> Iterator[str]:
    """Give the hashes of the scripts in Datasette's templates; `fill` renders an element."""
    for template in sorted(templates.glob("*.html")):
        for element in OWN_SCRIPT.findall(template.read_text(encoding="utf-8")):
            script = fill(element).removeprefix("<script>").removesuffix("</script>")
            yield f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}"
