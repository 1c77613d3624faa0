"""The models of this part, gathered where Django looks for them."""
