"""The demo's association, teams and what is special about each; every place is invented."""

from dataclasses import dataclass

ASSOCIATION = "Samordningsförbundet Tre Åar"
AGENCIES = (
    ("Arbetsförmedlingen", "AF"),
    ("Försäkringskassan", "FK"),
    ("Region Åbygden", "Regionen"),
    ("Lindåkra kommun", "Lindåkra"),
    ("Sörvattna kommun", "Sörvattna"),
    ("Klockeberga kommun", "Klockeberga"),
)
REGION_WIDE = ("AF", "FK", "Regionen")


@dataclass(frozen=True, slots=True)
class TeamPlan:
    """One team of the demo. Years are counted back from the current one: 4 is four years ago."""

    name: str
    slug: str
    municipality: str
    started: tuple[int, int]
    """Years back and month in which the team started."""
    referrals_a_month: float
    capacity: int
    closes: tuple[int, int] | None = None
    """Years back and month at whose end the team closed."""
    outcome_columns: tuple[str, ...] = ()
    own_referrer: tuple[str, str] | None = None
    has_outlier: bool = False
    has_protected: bool = False


TEAMS = (
    TeamPlan(
        "Kompassen Lindåkra",
        "kompassen-lindakra",
        "Lindåkra",
        started=(4, 1),
        referrals_a_month=2.9,
        capacity=40,
        own_referrer=("folkhogskolan", "Lindåkra folkhögskola"),
        has_outlier=True,
        has_protected=True,
    ),
    TeamPlan(
        "Samverkansteam Sörvattna",
        "samverkansteam-sorvattna",
        "Sörvattna",
        started=(4, 3),
        referrals_a_month=2.1,
        capacity=30,
        outcome_columns=(
            "work",
            "studies",
            "other_rehabilitation",
            "sickness_compensation",
            "parental_leave",
            "medical_rehabilitation",
        ),
    ),
    TeamPlan(
        "Språngbrädan Klockeberga",
        "sprangbradan-klockeberga",
        "Klockeberga",
        started=(4, 1),
        referrals_a_month=1.3,
        capacity=20,
        closes=(1, 9),
    ),
)
