"""The budget of a team: lines, funders, entries, forecasts."""
