"""The models of this part, gathered where Django looks for them."""

from samspel.organisation.terms.terms_of_reference import TermsOfReference

__all__ = ["TermsOfReference"]
