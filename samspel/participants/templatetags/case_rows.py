"""The rows of the list of cases, many on a page: written at once instead of cell by cell."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from samspel.participants.case_list import WIDE, CaseRow

register = template.Library()

_WIDE = f'<td class="{WIDE}">{{}}</td>'
_WIDE_DATE = f'<td class="is-date {WIDE}">{{}}</td>'
_ROW = (
    '<tr><th scope="row"><a href="{}{}/">{}</a></th>'
    f'{_WIDE}<td>{{}}</td><td class="number">{{}}</td>{_WIDE}{_WIDE_DATE}{_WIDE_DATE}'
)


@register.simple_tag
def case_rows(rows: Iterable[CaseRow], person_url: str, *, with_team: bool) -> SafeString:
    """Table rows, each with a link to the person; the team stands last where it differs."""
    end = f"{_WIDE}</tr>" if with_team else "</tr>"
    return format_html_join("\n", _ROW + end, ((person_url, *row) for row in rows))
