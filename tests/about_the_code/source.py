"""The project's own files, read once for the tests about them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "samspel"


@dataclass(frozen=True)
class Module:
    """One Python file: where it is and what it says."""

    path: Path

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        """Read where it is asked for: each test process names all modules, few need the trees."""
        return ast.parse(self.text)

    @property
    def name(self) -> str:
        """Dotted, as it is imported."""
        parts = self.path.relative_to(ROOT).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def wing(self) -> str:
        """The part of the house that it lies in."""
        return self.name.split(".")[1] if "." in self.name else ""

    def __str__(self) -> str:
        return str(self.path.relative_to(ROOT))


@cache
def modules(folder: Path = PACKAGE) -> tuple[Module, ...]:
    """Every Python file but migrations."""
    return tuple(
        Module(path) for path in sorted(folder.rglob("*.py")) if "migrations" not in path.parts
    )


@cache
def templates() -> dict[str, str]:
    """Every template by the name that it is found by, with its text."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for folder in sorted(PACKAGE.rglob("templates"))
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def imported(module: Module) -> Iterator[str]:
    """The dotted names that a module imports, with and without the last part."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{each.name}" for each in node.names)


def calls(module: Module) -> Iterator[tuple[str, ast.Call]]:
    """Every call with what is called, as it is written: ``timezone.now``."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node
