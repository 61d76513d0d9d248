"""argmap: argument maps of news on sanctuary policies."""

__version__ = "0.1.0"
