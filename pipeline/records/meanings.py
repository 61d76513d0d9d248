"""What the fields of the records mean: the comments beside them in the source, for the schema and docs/outputs.md."""

import ast
import inspect
import io
import textwrap
import tokenize
from typing import Any


def meanings_of(kind: type[Any]) -> dict[str, str]:
    """Give the comment at the end of each field's line, by field; a field without one is left out."""
    source = textwrap.dedent(inspect.getsource(kind))
    (record,) = ast.parse(source).body
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    said = {token.start[0]: token.string.lstrip("# ") for token in tokens if token.type == tokenize.COMMENT}
    return {
        node.target.id: said[node.lineno]
        for node in ast.walk(record)
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.lineno in said
    }
