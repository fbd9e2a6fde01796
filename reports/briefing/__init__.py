"""Room 4: from records to the contents of a briefing."""
