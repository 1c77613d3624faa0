"""Field 7 of the terms of reference: which version was in force, and whether it was revised."""

from django.utils.translation import gettext as _

from samspel.organisation.terms.told import ToldVersion
from samspel.report.plan import Material
from samspel.report.sentences import own_words, sentences


def terms_in_force(material: Material) -> str:
    """Which versions were in force in the period and when each was decided on."""
    versions = material.terms().versions
    if not versions:
        return ""
    if len(versions) == 1:
        return sentences(_only(versions[0]), _since(versions[0]))
    first, *_others, last = versions
    revised = _("The terms of reference were revised during the period.")
    return sentences(revised, _followed(first, last), _decided(last))


def _only(version: ToldVersion) -> str:
    told = _("Version %(number)s of the terms of reference was in force during the period.")
    return told % {"number": version.number}


def _since(version: ToldVersion) -> str:
    told = _("It has been valid since %(day)s.") % {"day": version.valid_from.isoformat()}
    return sentences(told, _decided(version))


def _followed(first: ToldVersion, last: ToldVersion) -> str:
    told = _("Version %(old)s was followed by version %(new)s, which is valid from %(day)s.")
    day = last.valid_from.isoformat()
    return told % {"old": first.number, "new": last.number, "day": day}


def _decided(version: ToldVersion) -> str:
    day = version.decided_on.isoformat()
    if not version.decided_by:
        return _("It was decided on %(day)s.") % {"day": day}
    told = _("It was decided on %(day)s by %(whom)s.")
    return told % {"day": day, "whom": own_words(version.decided_by)}
