"""Two ways to use a page: with a mouse, and with the keyboard alone.

The keyboard reaches every link, button and field by Tab, as somebody without a mouse must; what
cannot be reached fails the test.
"""

import pytest
from playwright.sync_api import Locator, Page

FURTHEST = 250
"""Presses of Tab after which something counts as out of reach."""


class Mouse:
    """Clicks, and types where it clicked."""

    def press(self, target: Locator) -> None:
        """Follow a link or press a button."""
        target.click()

    def fill(self, target: Locator, text: str) -> None:
        """Write in a field."""
        target.fill(text)

    def check(self, target: Locator) -> None:
        """Tick a box, or choose one of some."""
        target.check()


class Keyboard(Mouse):
    """Tab, Enter, Space and typing."""

    def press(self, target: Locator) -> None:
        """Reach it by Tab, then Enter."""
        self._reach(target)
        target.page.keyboard.press("Enter")

    def fill(self, target: Locator, text: str) -> None:
        """Reach it by Tab, then type; a date has parts of its own, which browsers fill in."""
        self._reach(target)
        if target.get_attribute("type") in {"date", "time"}:
            target.fill(text)
        else:
            target.page.keyboard.press("Control+A")
            target.page.keyboard.type(text)

    def check(self, target: Locator) -> None:
        """Reach it by Tab, then Space; of a group of choices Tab stops at one only."""
        if target.get_attribute("type") == "radio":
            target.focus()
        else:
            self._reach(target)
        if not target.is_checked():
            target.page.keyboard.press("Space")

    def _reach(self, target: Locator) -> None:
        target.wait_for()
        page: Page = target.page
        for _press in range(FURTHEST):
            if target.evaluate("each => each === document.activeElement"):
                return
            page.keyboard.press("Tab")
        pytest.fail(f"Tab does not reach {target} on {page.url}")
