"""Standards, screenings and what is made of them."""
