"""Tables: the results, what is counted by a key, means, series and budgets."""
