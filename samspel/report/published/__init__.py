"""What was published before the records began: figures of older reports, with their source."""
