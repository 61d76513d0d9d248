"""A database of the output files, and Datasette on it to look around."""
