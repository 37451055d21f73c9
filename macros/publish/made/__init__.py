"""Files that are made beside the pages: what a browser loads, pictures, cards, and what other systems take."""
