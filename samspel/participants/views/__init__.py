"""The pages of this part, by subject: fetch with access, form, act, render."""
