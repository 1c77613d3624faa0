"""All specifications, in the order of the manual."""

from tests.spec.cohorts import COHORTS
from tests.spec.measures import BREAKDOWNS, MEASURES, OVER_TIME
from tests.spec.table import Spec

SPECS: tuple[Spec, ...] = (*COHORTS, *MEASURES, *BREAKDOWNS, *OVER_TIME)
