"""The cases taken up at team meetings, disclosed to each agency as consent allows."""
