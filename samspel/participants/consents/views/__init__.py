"""The pages of enrolments and consents."""
