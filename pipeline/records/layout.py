"""How the records of an output file lie on disk: as JSON Lines or Parquet, packed or not, in one file or in shards."""

import re
from dataclasses import dataclass
from typing import Literal, get_args

from pipeline.errors import UsageError
from pipeline.extras import need

Form = Literal["jsonl", "parquet"]
Compression = Literal["gz", "zst"]
MOST_SHARDS = 99_999  # five digits
SCRATCH = re.compile(r"\.(.+)\.part")
NAME = re.compile(
    r"(?P<name>.+?)(?:-(?P<shard>\d{5})-of-(?P<shards>\d{5}))?\.(?:jsonl(?:\.(?P<compression>gz|zst))?|parquet)",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Layout:
    """Shards hold consecutive articles; strung together they are the one file."""

    form: Form = "jsonl"
    compression: Compression | None = None
    shards: int = 1

    @property
    def whole(self) -> "Layout":
        """The same in one file, for what holds across articles."""
        return Layout(self.form, self.compression)

    def file(self, name: str, shard: int) -> str:
        """Name a file of an output."""
        place = f"-{shard:05d}-of-{self.shards:05d}" if self.shards > 1 else ""
        return f"{name}{place}.{self.form}" + (f".{self.compression}" if self.compression else "")

    def files(self, name: str) -> list[str]:
        """Name the files of an output, in order."""
        return [self.file(name, shard) for shard in range(self.shards)]


PLAIN = Layout()


def layout_of(file: str) -> tuple[str, Layout] | None:
    """Give the output that a file's name belongs to, and its layout; None for a name that no layout gives."""
    match = NAME.fullmatch(file)
    if match is None:
        return None
    form: Form = "parquet" if file.endswith(".parquet") else "jsonl"
    layout = Layout(form, match["compression"], int(match["shards"] or 1))  # type: ignore[arg-type]
    shard = int(match["shard"] or 0)
    return (match["name"], layout) if shard < layout.shards and layout.file(match["name"], shard) == file else None


def final_name(file: str) -> str:
    """Give the name that a scratch file is to take; any other name as it is."""
    match = SCRATCH.fullmatch(file)
    return match[1] if match else file


def parse_layout(form: str = "jsonl", compression: str | None = None, shards: int = 1) -> Layout:
    """Give the layout that a user asks for.

    Raises:
        UsageError: there is no such layout, or the extra that writes it is not installed.
    """
    if form not in get_args(Form):
        raise UsageError("no such form of the outputs", f"--format {form}", "one of " + ", ".join(get_args(Form)))
    if compression is not None and compression not in get_args(Compression):
        fix = "one of " + ", ".join(get_args(Compression))
        raise UsageError("no such compression", f"--compress {compression}", fix)
    if form == "parquet" and compression:
        raise UsageError("Parquet is compressed already", f"--compress {compression}", "leave it out")
    if not 1 <= shards <= MOST_SHARDS:
        raise UsageError("no such number of files", f"--shards {shards}", f"take 1 to {MOST_SHARDS}")
    if form == "parquet":
        need("pyarrow.parquet", "export")
    return Layout(form, compression, shards)  # type: ignore[arg-type]
