"""The commands that read articles and write outputs; `pipeline.cli` puts them together with those of other packages."""
