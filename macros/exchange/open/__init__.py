"""What the site tells other systems of itself: its records as data, as concepts, as learning material, and what changed."""
