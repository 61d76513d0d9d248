"""How a run is done; nothing in it changes a record of what is written."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pipeline.records.layout import PLAIN, Layout
from pipeline.run.pool import cores

ARTICLES_A_WORKER = 16  # below it a second process costs more, by loading the parser, than it saves


@dataclass(frozen=True, slots=True)
class RunOptions:
    """Processes, engine and kept results of a run."""

    workers: int | None = None  # None: one a core, where there is enough to do
    engine: Literal["local", "ray"] = "local"
    ray_address: str | None = None  # of a cluster to join, or "auto"; None: a Ray of the run's own on this machine
    cache: Path | None = None  # None: a folder of its own inside the output folder
    keep: bool = True  # use and keep results at all
    layout: Layout = PLAIN

    def workers_for(self, articles: int) -> int:
        """Choose the number of processes for articles that are to do."""
        return max(1, min(cores(), articles // ARTICLES_A_WORKER)) if self.workers is None else self.workers
