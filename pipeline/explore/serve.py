"""Serve the database with Datasette, read-only and to this machine alone."""

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from pipeline.errors import UsageError
from pipeline.explore.guard import guarded, inline_scripts
from pipeline.extras import need
from pipeline.loopback import HOST, own_hosts

SETTINGS = {
    "sql_time_limit_ms": 5000,  # a person waits; Datasette's own second is for the open web
    "facet_time_limit_ms": 1000,
    "default_cache_ttl": 0,  # a browser would show the database before the last
    "template_debug": False,
}


def metadata_of(name: str) -> dict[str, Any]:
    """Give Datasette's metadata (titles, descriptions, labels, facets, canned queries) for a database of this name."""
    metadata: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("metadata.yaml").read_text(encoding="utf-8"))
    return {**metadata, "databases": {name: metadata["databases"]["argmap"]}}


def address(db: Path, listener: socket.socket) -> str:
    """Give the address of the database's page."""
    name = need("datasette.utils", "explore").tilde_encode(db.stem)
    return f"http://{HOST}:{listener.getsockname()[1]}/{name}"


def check_servable(db: Path) -> None:
    """Check that Datasette can open a path: it puts it into a URI as it is.

    Raises:
        UsageError: a character of the path has a meaning in a URI.
    """
    if set("?#%") & set(str(db)):
        raise UsageError("a path with ?, # or % cannot be served", str(db), "give another path with --db")


def serve(db: Path, listener: socket.socket) -> None:
    """Answer requests until Ctrl-C.

    Raises:
        KeyboardInterrupt: the server was stopped by it, in good order.
    """
    uvicorn = need("uvicorn", "explore")
    module = need("datasette.app", "explore")
    datasette = module.Datasette(immutables=[str(db)], metadata=metadata_of(db.stem), settings=SETTINGS)
    # Otherwise it prints a traceback for each mistake in a query, which the page tells already.
    need("datasette.handle_exception", "explore").rich = None
    app = guarded(datasette.app(), own_hosts(listener), frozenset(_scripts(module, datasette)))
    config = uvicorn.Config(app, log_level="warning", access_log=False)
    uvicorn.Server(config).run(sockets=[listener])


def _scripts(module: Any, datasette: Any) -> Iterator[str]:
    def fill(element: str) -> str:
        return str(datasette.jinja_env.from_string(element).render(datasette_allow_facet="true"))

    return inline_scripts(Path(module.__file__).with_name("templates"), fill)
