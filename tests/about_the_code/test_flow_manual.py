"""The manual's flow chart is the one that follows from the table."""

from pathlib import Path

import pytest

from samspel.participants.when import Step, transitions
from tests.about_the_code import flow_manual


def test_the_manual_is_up_to_date() -> None:
    assert flow_manual.main(["--check"]) == 0, "run python -m tests.about_the_code.flow_manual"


def test_a_stale_manual_is_found_and_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PAGE", "PICTURE"):
        monkeypatch.setattr(flow_manual, name, tmp_path / name)
    assert flow_manual.main(["--check"]) == 1
    assert flow_manual.main([]) == 0
    assert flow_manual.main(["--check"]) == 0
    flow_manual.PICTURE.write_text("<svg/>", encoding="utf-8")
    assert flow_manual.main(["--check"]) == 1


def test_page_and_drawing_have_every_way_and_act() -> None:
    page, picture = flow_manual.page(), flow_manual.picture()
    ways = page.partition("## Vad man")[0]
    assert ways.count("(`", ways.index("| Från")) == 2 * len(transitions())
    assert picture.count('class="line"') == len(transitions())
    assert all(f"(`{step}`)" in page for step in Step)


def test_the_drawing_carries_its_own_style_and_no_script() -> None:
    picture = flow_manual.picture()
    assert "<script" not in picture
    assert "<style>" in picture
