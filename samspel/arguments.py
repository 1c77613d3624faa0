"""What argparse says of arguments that do not fit, in the language of the other sentences.

argparse asks Python's own gettext, which follows the system's language; a refusal would then be
English in one half and Swedish in the other. The help texts stay English, as those of Django.
"""

import argparse

from django.utils.translation import gettext, gettext_noop

_SENTENCES = frozenset(
    {
        gettext_noop("argument %(argument_name)s: %(message)s"),
        gettext_noop("the following arguments are required: %s"),
        gettext_noop("unrecognized arguments: %s"),
        gettext_noop("expected one argument"),
        gettext_noop("expected at least one argument"),
        gettext_noop("invalid choice: %(value)r (choose from %(choices)s)"),
        gettext_noop("invalid %(type)s value: %(value)r"),
        gettext_noop("ambiguous option: %(option)s could match %(matches)s"),
        gettext_noop("not allowed with argument %s"),
        gettext_noop("ignored explicit argument %r"),
    }
)


def _translated(sentence: str) -> str:
    return gettext(sentence) if sentence in _SENTENCES else sentence


def translate_refusals() -> None:
    """Let argparse refuse in the active language; called once, when Django is set up."""
    vars(argparse)["_"] = _translated
