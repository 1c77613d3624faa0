"""What a row of the table says, who the roles are, and what fills addresses in many places."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

ROLES = (
    "coach",
    "colleague",
    "leader",
    "steering_member",
    "officer",
    "administrator",
    "stranger",
    "nobody",
)
SIGNED_IN = frozenset(ROLES) - {"nobody"}
ALL = frozenset(ROLES)
CASEWORK = frozenset({"coach", "colleague", "leader"})
ALL_CASEWORK = CASEWORK | {"stranger"}
LEADER = frozenset({"leader"})
FIGURES = CASEWORK | {"steering_member", "officer"}
ADMINISTRATOR = frozenset({"administrator"})
NOT_THEIRS: frozenset[str] = frozenset()
"""Nobody of the roles: the thing belongs to somebody else."""

TEAM = {"slug": "team_slug"}
EPISODE = {"episode_id": "episode"}
QUEUED = {"episode_id": "queued_episode"}


@dataclass(frozen=True)
class Row:
    """One address: its name, what fills it (names of `things`), and what each role gets."""

    name: str
    who: frozenset[str]
    get: int
    post: int
    args: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)
    others: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Roles that get something else: (GET, POST)."""

    @property
    def key(self) -> tuple[str, frozenset[str]]:
        """What tells the row from others: a name may stand for two addresses."""
        return self.name, frozenset(self.args)

    def expected(self, role: str) -> tuple[int, int]:
        """The statuses that ``role`` gets by GET and by POST."""
        if role in self.others:
            return self.others[role]
        if role == "nobody" and "nobody" not in self.who:
            return 302, 302
        if role in self.who:
            return self.get, self.post
        return (405 if self.get == 405 else 404), (405 if self.post == 405 else 404)
