"""Ports of this machine that no other can reach; for the pages that argmap serves."""

import errno
import socket

from pipeline.errors import UsageError

HOST = "127.0.0.1"
REFUSED = {errno.EADDRINUSE: "the port is busy", errno.EACCES: "the port is kept for the system"}


def listen(port: int) -> socket.socket:
    """Take a port of this machine, not to be reached from others; 0 takes any that is free.

    Raises:
        UsageError: the port cannot be had.
    """
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        what = REFUSED.get(error.errno or 0)
        if what is None:
            raise
        raise UsageError(what, f"{HOST}:{port}", "give another --port, or --port 0 for any that is free") from error


def own_hosts(listener: socket.socket) -> frozenset[str]:
    """Give the names under which a browser of this machine asks."""
    port = listener.getsockname()[1]
    return frozenset({f"{HOST}:{port}", f"localhost:{port}"})
