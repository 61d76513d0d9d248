"""A package, so that mypy tells its conftest.py from the one above."""
