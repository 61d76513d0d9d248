"""Named entities: rules for the domain, consistency over an article, canonical names."""
