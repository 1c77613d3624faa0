"""What each check tells and what it does not, as tables of cases with their reasons."""
