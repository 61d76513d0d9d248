"""Argument maps from plain records: nodes, edges, restatements; no spaCy, so that it is testable by hand."""
