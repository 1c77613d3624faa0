"""The models of this part, gathered where Django looks for them."""

from samspel.report.report import FieldText, Report, TextVersion, Writer

__all__ = ["FieldText", "Report", "TextVersion", "Writer"]
