"""Named entities: rules and article-wide consistency on top of the statistical model."""
