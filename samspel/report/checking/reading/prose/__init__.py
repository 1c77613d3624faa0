"""Running text: counts with their parts and shares, means, ages, amounts."""
