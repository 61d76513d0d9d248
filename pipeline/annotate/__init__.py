"""Annotated articles: reading, checking, templates, agreement."""
