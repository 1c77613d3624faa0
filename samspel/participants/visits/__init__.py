"""Study visits: standing times, bookings, and what each led to."""
