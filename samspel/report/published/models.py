"""The models of published figures, gathered for Django."""
