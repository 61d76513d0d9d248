"""Annotations in and out of the tools that researchers know: one file a format, one table of them all (registry.py)."""
