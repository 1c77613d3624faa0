"""What was published before the records began: figures read from older reports, with their source."""
