"""The steering group: seats, meetings with agenda and minutes, decisions."""
