"""The demo's casework: what coaches wrote, ticked and booked around the drawn cases."""
