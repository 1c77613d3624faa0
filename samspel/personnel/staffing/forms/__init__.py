"""The forms of positions, working shares and leave."""
