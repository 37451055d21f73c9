"""Addresses that last: what was ever published, what moved, and which edits would break that."""
