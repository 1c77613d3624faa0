"""The pages of ideas, suggestions and planning days, and the open wall page."""
