"""Boxes: what was packed comes back, and damage never gives something else."""

import struct
from contextlib import suppress

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from pipeline.kept.box import HEAD, LENGTH, DamagedError, pack, unpack

PIECES = st.dictionaries(
    st.text(st.characters(codec="utf-8"), max_size=9), st.binary(max_size=300), min_size=1, max_size=5
)


def _boxed(raw: bytes, *, write_checksum: bool = True) -> bytes:
    frame = zstandard.ZstdCompressor(write_checksum=write_checksum).compress(raw)
    return LENGTH.pack(len(frame)) + frame


@given(PIECES)
def test_pieces_come_back(pieces: dict[str, bytes]) -> None:
    assert unpack(pack(pieces)) == pieces


@given(PIECES, st.data())
def test_a_cut_box_is_damaged(pieces: dict[str, bytes], data: st.DataObject) -> None:
    box = pack(pieces)
    with pytest.raises(DamagedError):
        unpack(box[: data.draw(st.integers(0, len(box) - 1))])


@given(PIECES, st.data())
def test_flipped_bits_are_seen_or_change_nothing(pieces: dict[str, bytes], data: st.DataObject) -> None:
    box = bytearray(pack(pieces))
    for at in data.draw(st.lists(st.integers(0, len(box) * 8 - 1), min_size=1, max_size=6, unique=True)):
        box[at // 8] ^= 1 << at % 8
    with suppress(DamagedError):
        assert unpack(bytes(box)) == pieces


@given(st.binary(max_size=200))
def test_garbage_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedError):
        unpack(data)


def test_a_frame_without_a_checksum_is_not_trusted() -> None:
    with pytest.raises(DamagedError):
        unpack(_boxed(HEAD.pack(0, 0), write_checksum=False))


@pytest.mark.parametrize(
    "raw", [b"", b"x", HEAD.pack(1, 9) + b"ab", HEAD.pack(2, 0) + b"\xff\xfe", struct.pack("<HQ", 0, 2**63)]
)
def test_whole_frames_with_other_content_are_damaged(raw: bytes) -> None:
    with pytest.raises(DamagedError):
        unpack(_boxed(raw))
