"""From bytes to blocks and sentences; offsets are code points of the unaltered text."""
