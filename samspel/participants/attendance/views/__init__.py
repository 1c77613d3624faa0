"""The pages of attendance: a day, a session, what came of taps, and paper."""
