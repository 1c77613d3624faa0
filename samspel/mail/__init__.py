"""Mail: messages that wait to be sent, each once, with a link and no personal data."""
