"""argmap's spaCy components, one a file; importing this package registers their factories."""
