"""Ports of this machine."""

import errno
import socket

import pytest

from pipeline.errors import UsageError
from pipeline.loopback import HOST, listen, own_hosts


def test_a_port_of_the_system_is_refused_with_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(socket, "create_server", denied)
    with pytest.raises(UsageError, match="kept for the system"):
        listen(80)


def test_a_port_is_reached_by_both_names_of_this_machine() -> None:
    with listen(0) as listener:
        address, port = listener.getsockname()
        assert address == HOST == "127.0.0.1"
        assert own_hosts(listener) == {f"127.0.0.1:{port}", f"localhost:{port}"}
