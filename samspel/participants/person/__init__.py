"""The person's page: who it is, what is due, everything that happened."""
