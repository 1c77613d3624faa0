"""Follow-ups: due every so many months, booked by the referrer, held with parties."""
