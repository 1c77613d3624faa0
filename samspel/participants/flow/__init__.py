"""The flow chart: how many stand in each stage, for how long, and what went on."""
