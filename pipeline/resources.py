"""Where the shipped parameters and the trained model are: the checkout's, or the installed package's copy."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """Give the path of a shipped file such as `params.yaml` or `models/stance.skops`."""
    checkout = PACKAGE.parent / name
    return checkout if (PACKAGE.parent / "pyproject.toml").exists() else PACKAGE / "resources" / name
