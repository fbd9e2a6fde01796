"""The words we look for in the world, read from TOML, checked and compiled once."""
