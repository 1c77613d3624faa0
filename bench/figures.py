"""The figures of one team and year out of millions, against a query written by hand."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.by_hand import figures_by_hand
from bench.many_episodes import TEAM, write_parquet
from bench.table import Tell
from samspel.figures.compute import Figures
from samspel.figures.contract import contract
from samspel.figures.engines import team_episodes
from samspel.figures.period import parse_period

PERIOD = parse_period("2021")
_TIMES = 7


def measure(episodes: int, *, folder: Path, tell: Tell) -> None:
    """The best of some runs of each; both must give the same numbers."""
    path = folder / "episodes.parquet"
    write_parquet(path, episodes)

    def ours() -> dict[str, Any]:
        return contract(Figures(team_episodes(path, TEAM), team=TEAM, period=PERIOD))

    def by_hand() -> dict[str, Any]:
        return figures_by_hand(path, TEAM, PERIOD)

    _compare(ours(), by_hand())
    slow, fast = _best(ours), _best(by_hand)
    shown = f"{episodes:,}".replace(",", " ")
    tell(f"a query by hand, {shown} episodes", f"{1000 * fast:.0f} ms", "")
    measured = f"{1000 * slow:.0f} ms, {slow / fast:.1f} × the query by hand"
    tell("all figures of a team and year out of them", measured, "at most 3 ×")


def _best(work: Callable[[], object]) -> float:
    taken = []
    for _time in range(_TIMES):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return min(taken)


def _compare(ours: dict[str, Any], by_hand: dict[str, Any]) -> None:
    for cohort, count in ours["counts"].items():
        _same(cohort, count["n"], by_hand[cohort])
        for gender in ("woman", "man"):
            _same(
                f"{cohort}.{gender}", count["by"]["gender"][gender], by_hand[f"{cohort}.{gender}"]
            )
    for measure_name, mean in ours["means"].items():
        _same(measure_name, mean["mean"], by_hand[f"{measure_name}.mean"])
    for number, point in enumerate(ours["series"]["throughput_months"]):
        _same(f"series {number}", point["mean"], by_hand[f"series.{number}"])


def _same(name: str, ours: float | None, by_hand: float | None) -> None:
    if ours != by_hand and (ours is None or by_hand is None or abs(ours - by_hand) > 1e-6):
        raise SystemExit(f"{name}: {ours} is not {by_hand}")
