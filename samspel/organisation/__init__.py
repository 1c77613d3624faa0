"""Associations, hosts, agencies, teams and who belongs to them."""
