"""Room 6: from the contents of a briefing to HTML and PDF."""
