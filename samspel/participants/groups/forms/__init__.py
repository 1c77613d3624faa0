"""The forms of groups, their times, sessions, members, leaders and kinds."""
