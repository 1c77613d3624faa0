"""Every check, run over what a report was understood to say."""

from samspel.figures.period import Period
from samspel.report.checking.checks.days import held_days
from samspel.report.checking.checks.differences import HeldDifference
from samspel.report.checking.checks.excuses import not_excused
from samspel.report.checking.checks.flow import HeldFlow
from samspel.report.checking.checks.held import Held
from samspel.report.checking.checks.means import HeldMean
from samspel.report.checking.checks.restated import HeldAgain, told_again
from samspel.report.checking.checks.settling import settle
from samspel.report.checking.checks.shares import held_shares
from samspel.report.checking.checks.sums import HeldSum
from samspel.report.checking.claims import (
    Claim,
    Difference,
    Flow,
    HeaderDay,
    MeanOfParts,
    Same,
    Share,
    Sum,
)
from samspel.report.checking.finding import Finding
from samspel.report.checking.reading.read import Reading


def held(reading: Reading) -> tuple[Held, ...]:
    """Everything that the report claims, ready to be judged; the same claim twice is there once."""
    period: Period | None = reading.outline.period
    shares = [each for each in reading.claims if isinstance(each, Share)]
    days = [each for each in reading.claims if isinstance(each, HeaderDay)]
    plain = (_held(each) for each in reading.claims)
    claims: list[Held] = [each for each in plain if each is not None]
    claims += held_shares(shares)
    claims += held_days(days, period)
    claims += told_again(reading.statements, period)
    return tuple(dict.fromkeys(claims))


def findings_of(reading: Reading) -> tuple[Finding, ...]:
    """What does not fit together, in reading order."""
    claims = held(reading)
    broken = not_excused([each for each in claims if not each.holds()], claims)
    return tuple(sorted(settle(claims, broken), key=lambda each: each.at.place))


def _held(claim: Claim) -> Held | None:
    match claim:
        case Sum():
            return HeldSum(claim)
        case Difference():
            return HeldDifference(claim)
        case Flow():
            return HeldFlow(claim)
        case MeanOfParts():
            return HeldMean(claim)
        case Same(first=first, second=second):
            return HeldAgain(first, second)
        case _:
            return None
