"""What participants want: interest lists, the suggestion box and planning days."""
