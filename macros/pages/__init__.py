"""What a macro or a template puts on a page: plain functions from the Kennisbank to HTML."""
