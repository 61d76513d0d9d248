"""Documents of the parser: their tokens and sentence starts, how they are parsed in less time, and how they are kept."""
