"""The corridor from sources to the store."""
