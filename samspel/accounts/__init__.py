"""People who sign in, their roles, who may do what, and the access log."""
