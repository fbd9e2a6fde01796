"""Room 1: from files and folders to articles."""
