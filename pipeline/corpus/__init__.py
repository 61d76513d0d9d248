"""What holds across the articles of a run: like claims grouped, speakers followed, outlets counted. Works on disk."""
