"""The parts of the frame that hang on few things are rendered once and kept by the process.

A page is mostly its frame; rendering it anew each time would cost more than the page itself.
"""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samspel.web.navigation import MENU, Frame, Place, Rights, menus_for, places_for
from samspel.web.team_menu import current_of, team_of, team_places

register = template.Library()

KEPT_MENUS = 512


@register.simple_tag
def kept(template_name: str) -> SafeString:
    """A part that hangs on nothing but the language."""
    return _kept(template_name, get_language())


@register.simple_tag
def menu(frame: Frame, *, with_icons: bool = False) -> SafeString:
    """The menu, which hangs on what the person may do, where they are, and the language."""
    places = menus_for(frame.rights).bar
    return _menu(places, frame.current, get_language(), with_icons=with_icons)


@register.simple_tag
def own_menu(frame: Frame) -> SafeString:
    """What stands in the person's own menu since the bar has no room for it; often nothing."""
    places = menus_for(frame.rights).own
    if not places:
        return SafeString("")
    return _menu(places, frame.current, get_language(), with_icons=True)


@lru_cache
def _kept(template_name: str, _language: str | None) -> SafeString:
    return render_to_string(template_name)


@lru_cache(maxsize=KEPT_MENUS)
def _menu(
    places: tuple[Place, ...], current: str | None, _language: str | None, *, with_icons: bool
) -> SafeString:
    context = {"places": places, "current": current, "with_icons": with_icons}
    return render_to_string("web/parts/menu.html", context)


@register.simple_tag
def section_menu(frame: Frame) -> SafeString:
    """The second menu: of a team on all pages about it, of a section on those that it names."""
    if slug := team_of(frame.request):
        return _team_menu(slug, current_of(slug, frame.here), get_language())
    return _section_menu(frame.rights, frame.section, frame.here, get_language())


@lru_cache(maxsize=KEPT_MENUS)
def _section_menu(rights: Rights, section: str, here: str, _language: str | None) -> SafeString:
    places = places_for(rights, section) if section else ()
    if here not in {place.url for place in places}:
        return SafeString("")
    title = next(entry.title for entry in MENU if entry.url_name == section)
    context = {"places": places, "current": here, "label": title}
    return render_to_string("web/parts/section_menu.html", context)


@lru_cache(maxsize=KEPT_MENUS)
def _team_menu(slug: str, current: str, _language: str | None) -> SafeString:
    context = {"places": team_places(slug), "current": current, "label": _("The team")}
    return render_to_string("web/parts/section_menu.html", context)
