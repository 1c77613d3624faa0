"""Opening a file: from .txt, .docx and .pdf to numbered lines, within bounds."""
