"""Import and export, and the commands of the product."""
