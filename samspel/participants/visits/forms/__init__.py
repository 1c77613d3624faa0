"""What people fill in about study visits. The rules lie with the actions."""
