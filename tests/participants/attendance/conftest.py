"""The same day and the same person as in the tests of the trial period, and a session that day."""

import pytest

from samspel.organisation.models import Team
from samspel.participants.groups.models import Group, Session
from samspel.participants.models import Episode
from tests.participants.attendance.sessions import join, make_group, make_session
from tests.participants.trial.conftest import TODAY, _today, on_trial

__all__ = ["_today", "on_trial"]


@pytest.fixture
def group(team: Team) -> Group:
    return make_group(team)


@pytest.fixture
def session(group: Group, on_trial: Episode) -> Session:
    join(group, on_trial)
    return make_session(group, TODAY)
