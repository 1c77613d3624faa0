"""The sign: nine dots in a square, one for each field of the report."""

from functools import cache

import vl_convert

_DOTS = "".join(f'<circle cx="{x}" cy="{y}" r="2.6"/>' for y in (4, 12, 20) for x in (4, 12, 20))


def sign_svg() -> str:
    """The sign for a page, in the colour its class ``sign`` is given; said to no one."""
    return (
        '<svg class="sign" viewBox="0 0 24 24" width="36" height="36" aria-hidden="true">'
        f"{_DOTS}</svg>"
    )


@cache
def sign_png() -> bytes:
    """The sign in our green, 288 pixels square."""
    drawn: bytes = vl_convert.svg_to_png(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="72" height="72">'
        f'<g fill="#1f5a43">{_DOTS}</g></svg>',
        scale=4,
    )
    return drawn
