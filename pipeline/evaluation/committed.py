"""Files as they stood in an earlier commit."""

import shutil
import subprocess
from pathlib import Path


def committed(path: Path, revision: str) -> str | None:
    """Give a file's text in a commit; None without git, outside a repository, or where the commit has no such file."""
    git = shutil.which("git")
    if git is None or not revision or revision.startswith("-") or not path.parent.is_dir():
        return None
    # No shell; the revision cannot be an option, the path stands behind a colon.
    command = [git, "-C", str(path.parent), "show", f"{revision}:./{path.name}"]
    found = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 (git, with words of our own; no shell)
    return found.stdout.decode("utf-8", "replace") if found.returncode == 0 else None
