"""The pages about assessment, plan and scaling questions."""
