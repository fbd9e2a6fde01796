"""Room 2: from an article to the records it proves."""
