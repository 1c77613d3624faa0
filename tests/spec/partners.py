"""Partners, what is done with them, and visits, around a period's edges."""

from datetime import date

from samspel.figures.partners import (
    COLLABORATION_ROWS,
    PARTNER_ROWS,
    VISIT_ROWS,
    CollaborationRow,
    PartnerRow,
    VisitRow,
)
from tests.spec.resource_table import ResourceSpec

DAY_BEFORE, FIRST, LAST = date(2023, 12, 31), date(2024, 1, 1), date(2024, 12, 31)
DAY_AFTER = date(2025, 1, 1)

PARTNERS = {
    PartnerRow("partner:1", "agency", date(2020, 1, 1), None): "since long before",
    PartnerRow("partner:2", "health_care", LAST, None): "since the last day",
    PartnerRow("partner:3", "health_care", FIRST, LAST): "over after the last day",
    PartnerRow("partner:4", "education", FIRST, date(2024, 12, 30)): "over the day before",
    PartnerRow("partner:5", "education", DAY_AFTER, None): "since the day after",
}
COLLABORATIONS = {
    CollaborationRow("collaboration:1", "agency", DAY_BEFORE, None): "begun the day before",
    CollaborationRow("collaboration:2", "agency", FIRST, date(2024, 6, 30)): "begun the first day",
    CollaborationRow("collaboration:3", "education", LAST, LAST): "only the last day",
    CollaborationRow("collaboration:4", "education", DAY_AFTER, None): "begun the day after",
}
VISITS = {
    VisitRow("official_visit:1", "received", DAY_BEFORE): "the day before",
    VisitRow("official_visit:2", "received", FIRST): "received the first day",
    VisitRow("official_visit:3", "made", LAST): "made the last day",
    VisitRow("official_visit:4", "received", LAST): "received the last day",
    VisitRow("official_visit:5", "made", DAY_AFTER): "the day after",
}

PARTNER_SPECS = (
    ResourceSpec(
        figure="partners_at_end",
        about="Worked with on the last day",
        period="2024",
        frames={PARTNER_ROWS: PARTNERS},
        counted=("partner:1", "partner:2", "partner:3"),
        figures="""
            partners_at_end = 3: 1, 2 and 3
            partners_at_end@2025 = 3: 1, 2 and 5; 3 is over
            partners_at_end@2019 = 0: none had begun
        """,
    ),
    ResourceSpec(
        figure="partner_kind",
        about="By kind",
        period="2024",
        frames={PARTNER_ROWS: PARTNERS},
        figures="""
            partners_at_end.partner_kind.health_care = 2: 2 and 3
            partners_at_end.partner_kind.education = 0: one is over, one has not begun
            partners_at_end.partner_kind.agency.share = 33%: 1 of 3
        """,
    ),
    ResourceSpec(
        figure="collaborations_at_end",
        about="Going on on the last day",
        period="2024",
        frames={COLLABORATION_ROWS: COLLABORATIONS},
        counted=("collaboration:1", "collaboration:3"),
        figures="collaborations_at_end = 2: 1 and 3",
    ),
    ResourceSpec(
        figure="collaborations_begun",
        about="Begun on a day of the period",
        period="2024",
        frames={COLLABORATION_ROWS: COLLABORATIONS},
        counted=("collaboration:2", "collaboration:3"),
        figures="""
            collaborations_begun = 2: 2 and 3
            collaborations_begun.partner_kind.agency = 1: 2
        """,
    ),
    ResourceSpec(
        figure="official_visits_received",
        about="Received on a day of the period",
        period="2024",
        frames={VISIT_ROWS: VISITS},
        counted=("official_visit:2", "official_visit:4"),
        figures="official_visits_received = 2: 2 and 4",
    ),
    ResourceSpec(
        figure="official_visits_made",
        about="Made on a day of the period",
        period="2024",
        frames={VISIT_ROWS: VISITS},
        counted=("official_visit:3",),
        figures="""
            official_visits_made = 1: 3
            official_visits_made@2022 = 0: none, though visits are on record
        """,
    ),
    ResourceSpec(
        figure="official_visits_made",
        about="Without anything on record",
        period="2024",
        frames={VISIT_ROWS: {}},
        counted=(),
        figures="official_visits_made = –: no data is not zero",
    ),
)
