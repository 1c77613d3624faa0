"""The nine fields, one module each, laid out as the matrix of the report."""
