"""Show a value of a record in a line of Markdown."""

from typing import Any

from pipeline.compare.escape import code


def shown(value: Any) -> str:
    """Give a value as text that is harmless in Markdown."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, dict):
        return ", ".join(_member(name, member) for name, member in value.items())
    if isinstance(value, (list, tuple)):
        return ", ".join(map(shown, value)) or "none"
    return code(value)


def _member(name: str, value: Any) -> str:
    inner = shown(value)
    return f"{name} ({inner})" if isinstance(value, dict) else f"{name} {inner}"
