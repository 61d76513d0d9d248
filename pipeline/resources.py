"""Where the shipped parameters and the trained model are: the installed package's copy, or the checkout's."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """Give the path of a shipped file such as `params.yaml` or `models/stance.skops`."""
    installed = PACKAGE / "resources"  # only a wheel has it; what else lies beside an installed package is not ours
    return (installed if installed.is_dir() else PACKAGE.parent) / name
