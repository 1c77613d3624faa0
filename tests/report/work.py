"""A year of groups, placements, scores and ideas for the made-up casework."""

from datetime import date
from typing import Any

from samspel.figures import events as names
from samspel.figures.events import Events
from samspel.report.activities import Activities, ToldActivity, ToldGroup
from tests.figures.happened import events

SPRING, SUMMER, AUTUMN = date(2024, 4, 8), date(2024, 6, 3), date(2024, 9, 2)


def session(key: str, on: date, group: str | None, kind: str, *, off: bool = False) -> Any:
    return {"session_id": key, "on": on, "kind": kind, "group_id": group, "cancelled": off}


def at(number: int, key: str, on: date, group: str | None, presence: str = "present") -> Any:
    where = {"kind": "forest" if group == "g1" else "open", "group_id": group}
    return {"episode_id": f"e{number}", "session_id": key, "on": on, "presence": presence, **where}


def placed(number: int, starts: date, ended: date | None, led_to: str | None, **told: Any) -> Any:
    return {
        "episode_id": f"e{number}",
        "placement_id": f"{number}-{starts}",
        "employer_kind": "private",
        "purpose": "hours",
        "starts_on": starts,
        "ended_on": ended,
        "tenths_at_start": 80,
        "tenths_at_end": 200,
        "ready_on": date(2024, 3, 25),
        "led_to": led_to,
        **told,
    }


def scored(number: int, first: int, last: int) -> list[Any]:
    score = {"episode_id": f"e{number}", "instrument": "ors"}
    limits = {"cutoff_tenths": 250, "reliable_tenths": 50}
    return [
        {**score, **limits, "on": on, "total_tenths": total}
        for on, total in ((SPRING, first), (AUTUMN, last))
    ]


SESSIONS = [
    session("s1", SPRING, "g1", "forest"),
    session("s2", SUMMER, "g2", "open"),
    session("s3", AUTUMN, "g1", "forest"),
    session("s4", date(2024, 9, 9), "g1", "forest", off=True),
    session("s5", date(2024, 5, 2), None, "open"),
]
AT_SESSIONS = [
    at(0, "s1", SPRING, "g1"),
    at(1, "s1", SPRING, "g1", "digital"),
    at(2, "s1", SPRING, "g1", "excused"),
    at(0, "s2", SUMMER, "g2"),
    at(2, "s3", AUTUMN, "g1", "absent"),
    at(4, "s5", date(2024, 5, 2), None),
]
PLACEMENTS = [
    placed(0, SPRING, AUTUMN, "work"),
    placed(1, SPRING, SUMMER, "subsidised_work", employer_kind="municipal", purpose="routine"),
    placed(2, SUMMER, AUTUMN, "broken_off", tenths_at_start=100, tenths_at_end=85),
    placed(4, AUTUMN, None, None, employer_kind="municipal"),
]
SCORES = [*scored(0, 180, 260), *scored(1, 180, 230), *scored(2, 200, 210), *scored(4, 260, 200)]

WORK: Events = events(
    {
        names.SESSIONS: SESSIONS,
        names.ATTENDANCES: AT_SESSIONS,
        names.PLACEMENTS: PLACEMENTS,
        names.SCORES: SCORES,
        names.PLANNING_DAYS: [{"on": SPRING}],
        names.SUGGESTIONS: [
            {"on": SPRING, "answered_on": SUMMER},
            {"on": AUTUMN, "answered_on": date(2025, 1, 7)},
        ],
        names.IDEAS: [{"on": SPRING, "became_group_on": SUMMER}],
    }
)
ACTIVITIES = Activities(
    groups=(ToldGroup("g1", "Skogsgruppen", "Skog", ("Team Öster",)), ToldGroup("g2", "Torg", "A")),
    single=(ToldActivity("s5", date(2024, 5, 2), "Utflykt", "Öppen"),),
)
