"""Persian news articles in, proven facts and briefings out."""
