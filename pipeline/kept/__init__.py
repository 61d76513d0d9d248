"""Results kept from run to run, by a hash of all that they depend on."""
