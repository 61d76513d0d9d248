"""What each stage does to one article; stages and `argmap run` share it, so that their bytes agree."""
