"""Positions: who works in the team, with which share, lent by which agency, and leave."""
