"""The queue: order, priority, places, and a paused intake."""
