"""Attendance: who came on a day or to a session, by one tap, with or without a connection."""
