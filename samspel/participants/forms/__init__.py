"""What people fill in, by subject. A form reads what was typed; the rules lie with the actions."""
