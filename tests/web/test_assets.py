"""The look's raw material: locked, put in place once, refused in one sentence when missing."""

import json
from pathlib import Path

import pytest

from samspel.web import assets


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Everything is put under a passing folder instead of the product's own."""
    moved = {tmp_path / "put" / path.name: source for path, source in assets.FILES.items()}
    monkeypatch.setattr(assets, "FILES", moved)
    monkeypatch.setattr(assets, "ICONS", tmp_path / "put" / "icons.json")
    monkeypatch.setattr(assets, "STAMP", tmp_path / "put" / "made-from.txt")
    return tmp_path / "put"


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """Packages that hold what is wanted, and nothing real."""
    folder = tmp_path / "packages"
    for source in assets.FILES.values():
        (folder / source).parent.mkdir(parents=True, exist_ok=True)
        (folder / source).write_bytes(b"body{}\n/*# sourceMappingURL=bootstrap.min.css.map */")
    icons = folder / "bootstrap-icons" / "icons"
    icons.mkdir(parents=True)
    (icons / "dot.svg").write_text('<svg width="16">\n  <path d="M1 1"/>\n</svg>')
    return folder


def test_what_is_used_is_put_in_place_once(places: Path, packages: Path) -> None:
    assert assets.put_in_place(packages=packages)
    assert not assets.put_in_place(packages=packages)
    assert json.loads((places / "icons.json").read_text()) == {"dot": '<path d="M1 1"/>'}


def test_a_reference_to_a_map_that_is_not_served_is_left_out(places: Path, packages: Path) -> None:
    assets.put_in_place(packages=packages)
    assert (places / "bootstrap.min.css").read_bytes() == b"body{}\n"


def test_what_has_gone_is_put_back(places: Path, packages: Path) -> None:
    assets.put_in_place(packages=packages)
    (places / "SourceSans3-Bold.ttf").unlink()
    assert assets.put_in_place(packages=packages)
    assert (places / "SourceSans3-Bold.ttf").exists()


def test_missing_packages_are_told_with_what_to_run(places: Path, tmp_path: Path) -> None:
    with pytest.raises(assets.PackagesMissing, match="npm ci --ignore-scripts"):
        assets.put_in_place(packages=tmp_path / "nothing")


def test_missing_icons_are_told_with_what_to_run(places: Path, packages: Path) -> None:
    (packages / "bootstrap-icons" / "icons" / "dot.svg").unlink()
    with pytest.raises(assets.PackagesMissing, match="npm ci --ignore-scripts"):
        assets.put_in_place(packages=packages)


def test_every_package_is_pinned_and_locked() -> None:
    wanted = json.loads((assets.ROOT / "package.json").read_text())["dependencies"]
    locked = json.loads((assets.ROOT / "package-lock.json").read_text())["packages"]
    assert wanted
    for name, version in wanted.items():
        assert locked[f"node_modules/{name}"]["version"] == version
    for name, entry in locked.items():
        assert not name or entry["integrity"].startswith("sha512-")
        assert entry.get("resolved", "https://registry.npmjs.org/").startswith(
            "https://registry.npmjs.org/"
        )
