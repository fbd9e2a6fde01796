"""Commands that the front door hangs up beside its own.

They read neither clock nor environment: the front door hands in an `Outside`.
"""
