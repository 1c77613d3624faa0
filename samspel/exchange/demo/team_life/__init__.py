"""The life of the demo's teams: staff, meetings, steering groups and money; all invented."""
