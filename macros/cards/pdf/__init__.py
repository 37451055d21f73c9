"""What becomes of Typst's PDF: sheets of faces, and how each file wants to be printed. Nothing else here writes PDF."""
