"""What is said of an article that takes its process with it."""

from pipeline.records import Failure
from pipeline.text.raw import RawArticle, failure

CHANCES = 2  # for an article by itself, after a process died that may have had it


def killed(raw: RawArticle) -> Failure:
    """Say that an article's process was killed at every chance it had."""
    return failure(
        raw.place or raw.source_file,
        "its process was killed each time, most likely for want of memory",
        "give fewer --workers, part the text, or use a machine with more memory",
    )
