"""Compile the translations: `python -m samspel.messages`. Needs no gettext tools of the system."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def compile_catalogues(root: Path) -> int:
    """Compile every .po under ``root`` that is newer than its .mo; returns how many were."""
    compiled = 0
    for source in sorted(root.rglob("locale/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as reading:
            catalogue = read_po(reading)
        with target.open("wb") as writing:
            write_mo(writing, catalogue)
        compiled += 1
    return compiled


if __name__ == "__main__":
    compile_catalogues(Path(__file__).resolve().parent)
