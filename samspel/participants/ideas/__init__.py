"""Ideas for activities, the suggestion box, planning days, and the wall page that shows them."""
