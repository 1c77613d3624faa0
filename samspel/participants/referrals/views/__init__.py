"""The pages of this part, by who comes to them."""
