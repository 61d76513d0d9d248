"""The tutorial runs from its first cell to its last; it is kept without outputs, which would change with the model."""

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).resolve().parents[1] / "docs" / "tutorial.ipynb"


def cells(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


@pytest.fixture(scope="module")
def written() -> Any:
    return nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]


def test_it_is_kept_without_outputs(written: Any) -> None:
    nbformat.validate(written)
    assert all(not cell.outputs and cell.execution_count is None for cell in cells(written))


def test_every_cell_runs_and_shows_what_it_promises(tmp_path: Path) -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]
    client = NotebookClient(
        notebook, timeout=60, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}
    )
    client.execute()
    pages = [
        output.data.get("text/html", "") for cell in cells(notebook) for output in cell.outputs if "data" in output
    ]
    assert sum('class="argmap"' in page for page in pages) == 2  # the result and its map
    assert sum("<table" in page for page in pages) >= 7
    assert any("Irene Castellan" in page and "Roy Detter" in page for page in pages)
    printed = "".join(
        output.text for cell in cells(notebook) for output in cell.outputs if output.output_type == "stream"
    )
    assert "[n0]: Sanctuary policies are good" in printed
