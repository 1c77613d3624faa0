"""The nine-field report: written once as a Document, rendered in many forms."""
