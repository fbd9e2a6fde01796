"""The corridor from the store to printed briefings."""
