"""What our own drafted sentences tell beside the cohorts: steps, groups, staff, meetings, seats.

They are told in the same words each time (see `samspel/report/fields`), so a whole sentence is
looked for and every number in it is a figure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from samspel.figures.address import Address, parse_address
from samspel.report.checking.claims import Claim, Share
from samspel.report.checking.reading.prose.masked import Masked
from samspel.report.checking.reading.prose.other_times import is_not_yet
from samspel.report.checking.reading.prose.phrases import phrase
from samspel.report.checking.statement import Statement

_SENTENCES: tuple[tuple[str, str], ...] = (
    # the way in and on
    (
        "av_de # som_kom_på_studiebesök hade # remitterats",
        "visited visited_then_referred:referral_rate",
    ),
    (
        "av_de # som_remitterades hade # skrivits_in",
        "referred referred_then_enrolled:enrolment_rate",
    ),
    ("av_de # vars_prövotid_tog_slut fortsatte #", "trial_ended trial_passed:trial_rate"),
    ("# & hoppade_av_under_prövotiden", "dropouts_on_trial"),
    ("inskrivna_vid_periodens_slut var # i_prövotid", "on_trial_at_end"),
    ("i_prövotid , # aktiva", "active_at_end"),
    ("aktiva och # under_avslut", "closing_at_end"),
    ("de_nyinskrivna_väntade # dagar_i_median", "queue_days.median"),
    ("från_remiss_till_inskrivning_var # dagar_i_median", "queue_days.median"),
    (
        "hade_väntat # dagar_i_median , den_längsta_väntan_var # dagar",
        "queue_days_so_far.median queue_days_so_far.longest",
    ),
    ("från_besök_till_remiss gick_det # dagar_i_median", "days_from_visit_to_referral.median"),
    ("mediantiden # dagar_i_prövotid", "trial_days.median"),
    ("mediantid* .. första_aktivitet_var # dagar", "days_to_first_activity.median"),
    # follow-ups, attendance, groups
    (
        "av_de # uppföljningar ... hade # hållits",
        "follow_ups_due follow_ups_due_held:follow_up_rate",
    ),
    ("sammanlagt_hölls # uppföljning*", "follow_ups_held"),
    ("# & kom_till_teamet_under_perioden , sammanlagt #", "came attendance_days"),
    ("# & kom , sammanlagt # gånger", "reached_by_groups attendances"),
    (
        "av_de # som_var_inskrivna_minst_en_hel_vecka kom # varje_vecka",
        "enrolled_a_whole_week came_every_week:weekly_attendance_rate",
    ),
    ("deltagarna_i % av_veckorna", "weeks_attended_rate"),
    ("närvarograden_var %", "attendance_rate"),
    ("av_de # nyinskrivna hade # kommit", "newly_enrolled came_since_enrolment"),
    ("# tillfälle* för_grupper .. hölls", "group_sessions_held"),
    ("# tillfälle* ställdes_in", "sessions_cancelled"),
    ("# grupp/grupper träffades_under_perioden", "groups_led"),
    ("# planeringsdag* hölls", "planning_days_held"),
    # placements and scores
    ("# deltagare var_i_arbetsträning", "in_placement"),
    (
        "# arbetsträning* påbörjades , # avslutades och # pågick",
        "placements_started placements_ended placements_at_end",
    ),
    (
        "av_de # arbetsträningar_som_avslutades ledde # till_arbete",
        "placements_ended placements_to_work:placement_work_rate",
    ),
    (
        "arbetsträningarna_med # timmar_i_veckan och_slutade_med # , för_de # vars_timmar",
        "placement_hours_at_start placement_hours_at_end placement_hours_at_start.n",
    ),
    ("arbetsträningens_första_dag_var # dagar", "days_from_ready_to_placement.median"),
    (
        "av_de # deltagare_som_har_skattningar .. hade # förändrats_säkert",
        "scores_compared changed_reliably:reliable_change_rate",
    ),
    # staff
    (
        "slut_arbetade # & i_teamet ... # årsarbetare",
        "staff_at_end full_time_equivalents_at_end",
    ),
    ("bemanningen_i_medeltal # årsarbetare", "full_time_equivalents"),
    ("årsarbetare , mot # föregående_period", "full_time_equivalents@previous"),
    ("fanns_det # deltagare_per_årsarbetare", "participants_per_full_time_equivalent"),
    ("under_perioden_började # i_teamet", "staff_joined"),
    ("# & började_i_teamet", "staff_joined"),
    ("teamet_hade/personalen_höll # teammöte*", "team_meetings_held"),
    ("därutöver_ställdes # in", "team_meetings_cancelled"),
    ("myndigheterna_kom_till % av_de_möten", "team_meeting_attendance"),
    ("handledning_eller_utbildning # gång/gånger", "staff_sessions"),
    ("fick_handledning_vid # tillfälle*", "staff_sessions.staff_session_kind.supervision"),
    ("deltog_i # utbildning*", "staff_sessions.staff_session_kind.training"),
    ("använde_personalen # dag/dagar", "staff_days"),
    ("arbetade_teamet_med # utvecklingsområden", "development_areas_open"),
    # organisation
    ("styrgruppen_hade/styrgruppen_höll # möte/möten", "steering_meetings_held"),
    ("styrgruppen_hade # plats/platser", "steering_seats"),
    ("tog # av_sina # platser", "steering_attended:steering_attendance steering_places"),
    ("närvaron_på_mötena_var %", "steering_attendance"),
    ("# beslut_fattades", "steering_decisions_taken"),
    ("återstod # beslut_att_genomföra", "steering_decisions_open"),
    ("samverkade_teamet_med # part/parter", "partners_at_end"),
    ("teamet_tog_emot # studiebesök", "official_visits_received"),
    ("teamet_gjorde # studiebesök", "official_visits_made"),
)


@dataclass(frozen=True)
class _Sentence:
    """A sentence that is looked for, with the figures of its numbers in their order."""

    pattern: re.Pattern[str]
    figures: tuple[tuple[Address, Address | None], ...]
    """Each number's figure, and that of the share printed with it."""


def _sentence(text: str, figures: str) -> _Sentence:
    pairs = (figure.partition(":") for figure in figures.split())
    addresses = (
        (parse_address(number), parse_address(share) if share else None)
        for number, _colon, share in pairs
    )
    return _Sentence(phrase(text), tuple(addresses))


_FORMS = tuple(_sentence(text, figures) for text, figures in _SENTENCES)


@dataclass
class Own:
    """What was found in a sentence, and which of its numbers have been read."""

    statements: list[Statement] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    numbers: dict[str, int] = field(default_factory=dict)
    """The number of each figure, by its index."""


def read_own(sentence: Masked) -> Own:
    """The figures of a sentence that is worded as our own drafts are."""
    own = Own()
    if not (sentence.mentions or sentence.percents):
        return own
    for form in _FORMS:
        match = form.pattern.search(sentence.text)
        if match is None or is_not_yet(sentence, match.start()):
            continue
        for place, (address, share) in zip(_places(match), form.figures, strict=True):
            _take(own, sentence, place, address, share)
    return own


def _places(match: re.Match[str]) -> Iterator[int]:
    names = sorted(name for name in match.groupdict() if name.startswith("n"))
    yield from (match.start(name) for name in names)


def _take(own: Own, sentence: Masked, place: int, address: Address, share: Address | None) -> None:
    if place in sentence.percents:
        own.statements.append(Statement(address, sentence.percents[place]))
        return
    index = sentence.index_at(place)
    if index in own.taken:
        return
    mention = sentence.mentions[index]
    own.taken.add(index)
    own.numbers[str(address)] = index
    own.statements.append(Statement(address, mention.number))
    if share is None or mention.share is None:
        return
    own.statements.append(Statement(share, mention.share))
    whole = mention.of if mention.of is not None else sentence.opening
    if whole is not None and whole != index:
        wholes = (sentence.mentions[whole].number,)
        own.claims.append(Share(mention.number, mention.share, wholes, named=True))
