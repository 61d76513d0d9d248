"""The errors that argmap raises on purpose: each says what is wrong, where, and how to mend it."""


class ArgmapError(Exception):
    """Root of the tree; the command line catches it once and prints it without a traceback."""

    def __init__(self, what: str, where: str, fix: str) -> None:
        # All three go into args so that the error survives pickling between processes.
        super().__init__(what, where, fix)
        self.what = what
        self.where = where
        self.fix = fix

    def __str__(self) -> str:
        return f"{self.where}: {self.what}\n  fix: {self.fix}"


class InputError(ArgmapError):
    """An article or a file of articles cannot be used; `where` is path, path:line or path:line:field."""


class AnnotationError(ArgmapError):
    """An annotation file breaks its format or the guideline; `where` is path:line:field."""


class ParamsError(ArgmapError):
    """params.yaml has a missing, unknown or impossible value; `where` is section.key."""


class MissingArtifactError(ArgmapError):
    """A file that an earlier stage writes is not there; `fix` names the stage."""


class UsageError(ArgmapError):
    """The command was called in a way that cannot work, such as a path that does not exist."""
