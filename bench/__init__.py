"""How fast it is: `python -m bench` prints ratios within one run. Never a test that can fail."""
