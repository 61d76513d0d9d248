"""Exports of argument maps, tables and annotations to formats that other programs read."""
