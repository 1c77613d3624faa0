"""The forms of team meetings, supervision, training and development areas."""
