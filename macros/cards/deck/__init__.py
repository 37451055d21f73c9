"""What a card says: from a deck to its cards, and from a card to the words, signs and codes on its two sides."""
