"""Room 3: what was gathered, kept."""
