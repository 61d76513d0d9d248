"""The command `argmap`: a process that loads the parser is started before even the command line is known."""

import sys

from pipeline.loading import uncollected
from pipeline.run.early import begun


def main() -> None:
    """Run one command."""
    with begun(sys.argv[1:]):
        with uncollected():
            from pipeline.cli import main as command  # takes a while, in which the early process is at work
        command()
