"""Rows of partners and visits: read by all who may see the organisation, kept by the staff."""

from tests.about_the_code.url_rows.row import CASEWORK, FIGURES, TEAM, Row

_PARTNER = TEAM | {"pk": "partner"}
_COLLABORATION = TEAM | {"pk": "collaboration"}
_VISIT = TEAM | {"pk": "official_visit"}

PARTNERS = [
    Row("partners", FIGURES, 200, 405, args=TEAM),
    Row("partner_new", CASEWORK, 200, 200, args=TEAM),
    Row("partner", FIGURES, 200, 405, args=_PARTNER),
    Row("partner_change", CASEWORK, 200, 200, args=_PARTNER),
    Row("collaboration_new", CASEWORK, 200, 200, args=_PARTNER),
    Row("collaboration_change", CASEWORK, 200, 200, args=_COLLABORATION),
    Row("official_visits", FIGURES, 200, 405, args=TEAM),
    Row("official_visit_new", CASEWORK, 200, 200, args=TEAM),
    Row("official_visit_change", CASEWORK, 200, 200, args=_VISIT),
    Row("official_visit_take_back", CASEWORK, 405, 302, args=_VISIT),
]
