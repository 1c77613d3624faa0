"""What every record shares: its version, how it is saved, and the forms it is changed by."""
