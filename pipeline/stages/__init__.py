"""One module a DVC stage: it reads files, calls the analysis, writes files."""
