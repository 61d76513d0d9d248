"""Start Ray on this machine or join a cluster, without its chatter."""

import logging
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import Any, TextIO

from pipeline.errors import UsageError
from pipeline.extras import need

STORE = 150 << 20  # bytes of the object store, through which next to nothing goes
PATIENCE = 10  # seconds
FIX = "give the address of a running cluster (auto: that of this machine), or none to start one here"
SETTINGS = {
    "RAY_USAGE_STATS_ENABLED": "0",  # nothing is sent anywhere
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",  # as later versions do it; else a warning
    "RAY_DATA_LOG_LEVEL": "CRITICAL",
}


@contextmanager
def joined(address: str | None, cores: int, log: Path) -> Iterator[Any]:
    """Give `ray`: as this program has joined it already, joined at an address, or started for the run, with which it ends.

    Raises:
        UsageError: Ray is not installed or does not start, or no cluster is found at the address.
    """
    for name, value in SETTINGS.items():
        os.environ.setdefault(name, value)
    ray = need("ray", "ray")
    need("ray.data", "ray")
    if ray.is_initialized():
        yield ray
        return
    _reach(address)
    quiet = {"log_to_driver": False, "logging_level": logging.CRITICAL}
    own = {"num_cpus": cores, "object_store_memory": STORE, "include_dashboard": False}
    with _chatter_to(log):
        try:
            ray.init(address, **quiet) if address else ray.init("local", **own, **quiet)
            yield ray
        except ConnectionError as error:
            raise UsageError(f"no Ray is found: {error}", address or "this machine", FIX) from error
        finally:
            ray.shutdown()


def _reach(address: str | None) -> None:
    """Try the address first; Ray itself would try for many minutes."""
    host, _, port = (address or "").rpartition("/")[2].rpartition(":")
    if host and port.isdecimal():
        try:
            socket.create_connection((host, int(port)), PATIENCE).close()
        except OSError as error:
            raise UsageError(f"no Ray answers: {error.strerror or error}", str(address), FIX) from error


@contextmanager
def _chatter_to(log: Path) -> Iterator[None]:
    """Let Ray's messages go to a file: its Python part prints them, its C++ part writes to standard error beside Python."""
    with open(log, "a", encoding="utf-8", errors="backslashreplace", buffering=1) as file, redirect_stdout(file):
        before: TextIO = sys.stderr
        if before is not sys.__stderr__ or before.isatty():  # under a progress bar it stays
            yield
            return
        before.flush()
        with open(os.dup(2), "w", encoding=before.encoding, errors=before.errors, buffering=1) as own:
            os.dup2(file.fileno(), 2)
            sys.stderr = own
            try:
                yield
            finally:
                own.flush()
                os.dup2(own.fileno(), 2)
                sys.stderr = before
