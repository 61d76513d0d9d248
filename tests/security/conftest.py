"""A run whose every text is hostile, made once."""

from pathlib import Path

import pytest
from hostile import make_hostile


@pytest.fixture(scope="session")
def hostile_run(run_on_seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Outputs of the seeds with all their texts and ids replaced by payloads."""
    return make_hostile(run_on_seeds, tmp_path_factory.mktemp("hostile") / "out")
