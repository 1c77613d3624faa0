"""All specifications, in the order of the manual."""

from tests.spec.afterwards import AFTERWARDS
from tests.spec.budget import BUDGET_SPECS
from tests.spec.cohorts import COHORTS
from tests.spec.group_work import GROUP_WORK
from tests.spec.ideas import IDEA_SPECS
from tests.spec.measures import BREAKDOWNS, MEASURES, OVER_TIME
from tests.spec.meetings import MEETINGS
from tests.spec.partners import PARTNER_SPECS
from tests.spec.placements import PLACEMENT_SPECS
from tests.spec.resource_table import ResourceSpec
from tests.spec.scores import SCORE_SPECS
from tests.spec.staffing import STAFFING_SPECS
from tests.spec.stages import STAGE_DAYS, STAGES
from tests.spec.steering import STEERING_SPECS
from tests.spec.table import Spec
from tests.spec.way_in import WAY_IN, WAY_IN_DAYS
from tests.spec.working_methods import WORKING_METHOD_SPECS

SPECS: tuple[Spec, ...] = (
    *COHORTS,
    *MEASURES,
    *BREAKDOWNS,
    *OVER_TIME,
    *WAY_IN,
    *STAGES,
    *WAY_IN_DAYS,
    *STAGE_DAYS,
    *AFTERWARDS,
    *MEETINGS,
    *GROUP_WORK,
    *PLACEMENT_SPECS,
    *SCORE_SPECS,
    *IDEA_SPECS,
)

RESOURCE_SPECS: tuple[ResourceSpec, ...] = (
    *STAFFING_SPECS,
    *WORKING_METHOD_SPECS,
    *PARTNER_SPECS,
    *STEERING_SPECS,
    *BUDGET_SPECS,
)
"""Of what is summed over records of staff, meetings, seats and money."""
