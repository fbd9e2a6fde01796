"""Room 7: from briefings to letters, from letters to the post, and what came back."""
