"""Room 5: from counts to drawings."""
