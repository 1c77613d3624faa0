"""Groups: kinds, schedules, sessions, members and leaders, alone or with other teams."""
