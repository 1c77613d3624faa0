"""What stands around the timeline: what is due, the reader's drafts, the plan, the consents.

The page has few queries to spend. What a part of it has read already tells what is due of it; the
subjects' rules that ask for themselves are asked only where their part is not on the page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Q
from django.urls import reverse

from samspel.accounts.user import User
from samspel.participants.beside import rows_beside
from samspel.participants.closings.due import checks_due, closings_due
from samspel.participants.consents.consent import Consent, ConsentState
from samspel.participants.consents.due import consent_due, followed, meeting_dues
from samspel.participants.due import LOOK_AHEAD, Due, DueKind, due
from samspel.participants.episode import Episode
from samspel.participants.follow_ups.due import due_on_day
from samspel.participants.follow_ups.part import FollowUpPart, follow_up_part
from samspel.participants.groups import beside as groups
from samspel.participants.groups.part import GroupsPart, groups_part_from
from samspel.participants.notes.due import draft_due
from samspel.participants.notes.note import KEPT_THROWN, Note
from samspel.participants.participant import Participant
from samspel.participants.placements.part import PlacementsPart, placements_part
from samspel.participants.plans.part import PlanPart, plan_part
from samspel.participants.scores import beside as scores
from samspel.participants.scores.part import ScoresPart, scores_part_from
from samspel.participants.stage import ENROLLED_STAGES, OPEN_STAGES, Stage
from samspel.participants.trial import beside as trial
from samspel.participants.trial.part import TrialPart, trial_part_from


@dataclass(frozen=True, slots=True)
class Drafts:
    """What the reader has begun about a person, newest first."""

    begun: list[Note]
    thrown: list[Note]


def drafts_of(person: Participant, reader: User, now: datetime) -> Drafts:
    """The reader's drafts, and those thrown away that can still be taken back; one query."""
    kept = Q(thrown_at=None) | Q(thrown_at__gt=now - KEPT_THROWN)
    mine = Note.objects.filter(kept, episode__participant=person, author=reader, signed_at=None)
    found = list(mine.order_by("-begun_at", "pk"))
    return Drafts(
        begun=[each for each in found if each.thrown_at is None],
        thrown=[each for each in found if each.thrown_at is not None],
    )


@dataclass(frozen=True, slots=True)
class Consents:
    """The consents of a case that matter on a day."""

    holding: list[Consent]
    running_out: list[Consent]
    """Those that end about now, with none that follows."""


def consents_of(episode: Episode, today: date) -> Consents:
    """What holds and what runs out, the first to end first; one query.

    Nothing of a case that has ended: its consents ended with it.
    """
    if episode.stage(today) not in OPEN_STAGES:
        return Consents([], [])
    late = episode.consents.filter(last_on__gte=today - LOOK_AHEAD)
    ended = late.annotate(is_followed=followed()).select_related("agency")
    found = list(ended.order_by("last_on", "pk"))
    return Consents(
        holding=[each for each in found if each.state(today) == ConsentState.HOLDS],
        running_out=[
            each
            for each in found
            if each.withdrawn_on is None
            and not getattr(each, "is_followed", False)
            and each.last_on <= today + LOOK_AHEAD
        ],
    )


@dataclass(frozen=True, slots=True)
class Parts:
    """What the page has read of one case."""

    drafts: Drafts
    plan: PlanPart
    consents: Consents
    follow_ups: FollowUpPart | None
    trial: TrialPart | None
    groups: GroupsPart | None
    placements: PlacementsPart | None
    scores: ScoresPart | None


BESIDE = {**trial.BESIDE, **groups.BESIDE, **scores.BESIDE}
"""What several subjects read by one query."""


def parts_of(episode: Episode, drafts: Drafts, today: date) -> Parts:
    """The parts beside the timeline; five queries."""
    rows = rows_beside(BESIDE, episode.pk, today)
    return Parts(
        drafts=drafts,
        plan=plan_part(episode),
        consents=consents_of(episode, today),
        follow_ups=follow_up_part(episode, today),
        trial=trial_part_from(rows, episode, today),
        groups=groups_part_from(rows, episode, today),
        placements=placements_part(episode, today),
        scores=scores_part_from(rows, episode),
    )


def dues_of(episode: Episode, stage: Stage, parts: Parts, today: date) -> list[Due]:
    """Everything that is due of one case, the earliest first; a query for who is closed only.

    What the trial period asks for is said by its own part, with the buttons for it.
    """
    found = [draft_due(each) for each in parts.drafts.begun]
    if stage in ENROLLED_STAGES:
        found += [*_enrolment(episode, today), *_steps(parts.plan, today)]
        found += [*_follow_up(parts.follow_ups, today), *closings_due([episode], today)]
        found += parts.placements.dues if parts.placements else []
    if stage == Stage.CLOSED:
        found += checks_due([episode], today)
    elif stage != Stage.WITHDRAWN:
        found += [consent_due(each) for each in parts.consents.running_out]
    return sorted(found)


def _enrolment(episode: Episode, today: date) -> Iterator[Due]:
    """Of the meeting that came along with the episode; in an imported file there was none."""
    try:
        meeting = episode.enrolment_meeting
    except ObjectDoesNotExist:
        return
    given = bool(getattr(episode, "has_consents", False))
    yield from meeting_dues(episode, meeting, has_consents=given, today=today)


def _follow_up(part: FollowUpPart | None, today: date) -> Iterator[Due]:
    if part is not None and part.next is not None:
        found = due_on_day(part.episode, part.next.due_on, part.next.row, today)
        if found is not None:
            yield found


def _steps(plan: PlanPart, today: date) -> Iterator[Due]:
    url = reverse("plan", args=[plan.episode.pk])
    for goal in plan.goals:
        for step in goal.steps:
            if step.due_on is not None and step.due_on <= today + LOOK_AHEAD:
                told = f"{step.what} ({step.who})"
                yield due(DueKind.GOAL_STEP, step.due_on, told, url, plan.episode.pk)
