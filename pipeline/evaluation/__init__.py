"""Scores of each layer against annotated articles."""
