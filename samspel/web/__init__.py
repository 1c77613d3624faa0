"""Base templates, components, styles, icons and the start page."""
