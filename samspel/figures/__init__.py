"""What is counted, and how: pure functions over a frame of episodes and a period.

No Django, no clock and no database here. Whatever shows a number asks ``compute.Figures``
(exact) or ``disclosure.PublicFigures`` (the public edition).
"""
