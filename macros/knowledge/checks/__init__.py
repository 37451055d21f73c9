"""Whether what was read is right: each page as a record by itself, and all of them together."""
