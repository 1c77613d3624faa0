"""Working methods: team meetings, supervision, training and development areas."""
