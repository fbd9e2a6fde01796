"""How long things take; measured, never asserted."""
