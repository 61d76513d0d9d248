"""The lock of an output folder: one holder, no trace of it, free when its holder is gone."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.lock import alone, locked

HOLD = """
import sys, time
from pathlib import Path
from pipeline.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_holder_is_refused_and_the_lock_goes_without_trace(tmp_path: Path) -> None:
    with locked(tmp_path / "out"):
        with pytest.raises(UsageError, match="another argmap writes to this folder"), locked(tmp_path / "out"):
            pass
        assert (tmp_path / "out" / ".argmap" / "lock").exists()
    assert not (tmp_path / "out").exists()


def test_what_was_written_and_an_empty_folder_that_was_there_stay(tmp_path: Path) -> None:
    with locked(tmp_path / "out"):
        (tmp_path / "out" / "maps.jsonl").write_text("")
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["maps.jsonl"]
    (tmp_path / "empty").mkdir()
    with locked(tmp_path / "empty"):
        pass
    assert list((tmp_path / "empty").iterdir()) == []


def test_a_killed_holder_holds_no_longer(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, tmp_path], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(UsageError), locked(tmp_path):
            pass
        holder.kill()
    with locked(tmp_path):
        pass


def test_never_two_at_once_although_folder_and_lock_come_and_go(tmp_path: Path) -> None:
    inside, most, held = [0], [0], [0]
    counting = threading.Lock()

    def go() -> None:
        for _ in range(200):
            try:
                with locked(tmp_path / "out"):
                    with counting:
                        inside[0] += 1
                        held[0] += 1
                        most[0] = max(most[0], inside[0])
                    with counting:
                        inside[0] -= 1
            except UsageError:
                pass

    threads = [threading.Thread(target=go) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert held[0] > 0
    assert most[0] == 1


def test_a_command_holds_the_lock_of_its_folder(tmp_path: Path) -> None:
    @alone
    def command(out: Path) -> bool:
        with pytest.raises(UsageError), locked(out):
            pass
        return True

    assert command(out=tmp_path)
