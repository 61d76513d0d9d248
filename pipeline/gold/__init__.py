"""Annotated articles: their records, their files, their rows beside the pipeline's sentences."""
