"""What a line may cost for the rest of its budget: worked out by hand, in a table of its own."""

from datetime import date

from samspel.figures.forecast_suggestion import Way
from tests.spec.forecast_table import END, START, Forecast, position

JULY = date(2023, 7, 1)
JUNE_END = date(2023, 6, 30)
HALF = {date(2023, 3, 1): 400, date(2023, 6, 30): 200}

STRAIGHT = (
    Forecast(JULY, HALF, 600, Way.BY_MONTHS, "100 a month × 6 months"),
    Forecast(
        JULY,
        {**HALF, JULY: 999},
        600,
        Way.BY_MONTHS,
        "what is entered on the day itself is ahead, not behind",
    ),
    Forecast(
        date(2023, 4, 16),
        {date(2023, 2, 1): 700},
        1700,
        Way.BY_MONTHS,
        "700 in 3.5 months = 200; ahead half of April and 8 months: 200 × 8.5",
    ),
    Forecast(
        date(2023, 2, 1),
        {date(2023, 1, 31): 10},
        110,
        Way.BY_MONTHS,
        "exactly a month behind: 10 × 11",
        allocated=1200,
    ),
    Forecast(END, {date(2023, 5, 5): 365}, 1, Way.BY_MONTHS, "365 × (1/31) / (11 + 30/31) = 0.98"),
    Forecast(
        JULY,
        {date(2023, 1, 10): 240_000},
        240_000,
        Way.BY_MONTHS,
        "a year's rent at once: straight all the same, for a person to overwrite",
    ),
    Forecast(
        JULY,
        {date(2023, 2, 1): 1000, date(2023, 5, 1): -400},
        600,
        Way.BY_MONTHS,
        "a credit is taken off: 600 in 6 months",
    ),
    Forecast(
        JULY, {date(2023, 2, 1): -500}, 0, Way.BY_MONTHS, "less than nothing is never expected"
    ),
    Forecast(
        JULY,
        {},
        0,
        Way.BY_MONTHS,
        "nothing on this line, though others of the budget have entries",
        others_entered=date(2023, 6, 1),
    ),
    Forecast(JULY, {date(2023, 2, 1): "100.50"}, 101, Way.BY_MONTHS, "100.50, half away from 0"),
    Forecast(JULY, {date(2023, 2, 1): "100.49"}, 100, Way.BY_MONTHS, "100.49"),
)
AT_THE_EDGES = (
    Forecast(START, {}, 1200, Way.AS_ALLOCATED, "nothing has passed: all of it", allocated=1200),
    Forecast(
        date(2022, 12, 1),
        {},
        1200,
        Way.AS_ALLOCATED,
        "before the budget: all of it",
        allocated=1200,
    ),
    Forecast(
        date(2023, 1, 31),
        {date(2023, 1, 30): 300},
        900,
        Way.AS_ALLOCATED,
        "30 days are less than a month: 1200 − 300",
        allocated=1200,
    ),
    Forecast(
        date(2023, 1, 20),
        {date(2023, 1, 5): 1500},
        0,
        Way.AS_ALLOCATED,
        "more than what was allocated is entered",
        allocated=1200,
    ),
    Forecast(
        date(2023, 1, 20),
        {date(2023, 1, 5): 300},
        None,
        Way.NOT_ALLOCATED,
        "less than a month, and nothing allocated",
    ),
    Forecast(
        JULY, {}, None, Way.NOTHING_ENTERED, "nothing is entered in the budget", allocated=1200
    ),
    Forecast(
        JULY,
        {JULY: 50},
        None,
        Way.NOTHING_ENTERED,
        "nothing is entered before the day",
        allocated=1200,
    ),
    Forecast(date(2024, 1, 1), HALF, 0, Way.NOTHING_AHEAD, "no day is left"),
    Forecast(date(2024, 1, 1), {}, 0, Way.NOTHING_AHEAD, "no day is left, whatever is known"),
)
SALARIES = {JUNE_END: 1200}
BY_FULL_TIME = (
    Forecast(
        JULY,
        SALARIES,
        1200,
        Way.BY_FULL_TIME,
        "12 months of full time: 100 each; 12 ahead",
        staff={"Ada 100 %": position("Ada"), "Bo 100 %": position("Bo")},
    ),
    Forecast(
        JULY,
        SALARIES,
        600,
        Way.BY_FULL_TIME,
        "the vacant position counts nothing: 100 × 6",
        staff={
            "Ada 100 %": position("Ada"),
            "Bo 100 % to 30 June": position("Bo", last_on=JUNE_END),
            "vacant from 1 July": position("", first_on=JULY),
        },
    ),
    Forecast(
        JULY,
        SALARIES,
        900,
        Way.BY_FULL_TIME,
        "filled on 1 October: 100 × (6 + 3)",
        staff={
            "Ada 100 %": position("Ada"),
            "Bo 100 % to 30 June": position("Bo", last_on=JUNE_END),
            "vacant July–September": position("", first_on=JULY, last_on=date(2023, 9, 30)),
            "Cilla 100 % from 1 October": position("Cilla", first_on=date(2023, 10, 1)),
        },
    ),
    Forecast(
        JULY,
        SALARIES,
        750,
        Way.BY_FULL_TIME,
        "ending ones end, on the day: 100 × (6 + 1.5)",
        staff={
            "Ada 100 %": position("Ada"),
            "Bo 100 % to 15 August + half a day": position("Bo", last_on=date(2023, 8, 15)),
            "Bo 50 % on 16 August": position("Bo", 50, date(2023, 8, 16), date(2023, 8, 16)),
        },
    ),
    Forecast(
        JULY,
        SALARIES,
        900,
        Way.BY_FULL_TIME,
        "leave lowers: 100 × (6 + 3)",
        staff={
            "Ada 100 %": position("Ada"),
            "Bo 100 %, half on leave from 1 July": position("Bo", leaves=[(JULY, None, 50)]),
        },
    ),
    Forecast(
        JULY,
        SALARIES,
        1200,
        Way.BY_FULL_TIME,
        "the one who stands in counts: 100 × (6 + 0 + 6)",
        staff={
            "Ada 100 %": position("Ada"),
            "Bo 100 %, wholly on leave from 1 July": position("Bo", leaves=[(JULY, None, 100)]),
            "Cilla 100 %, stands in from 1 July": position(
                "Cilla", first_on=JULY, stands_in_for="1"
            ),
        },
    ),
    Forecast(
        JULY,
        SALARIES,
        960,
        Way.BY_FULL_TIME,
        "leave so far is taken off too: 10 months of full time at 120; 120 × 8 ahead",
        staff={
            "Ada 100 %": position("Ada"),
            "Bo 100 %, on leave January–February, and from September": position(
                "Bo",
                leaves=[
                    (START, date(2023, 2, 28), 100),
                    (date(2023, 9, 1), None, 100),
                ],
            ),
        },
    ),
    Forecast(
        JULY,
        SALARIES,
        0,
        Way.BY_FULL_TIME,
        "everybody has left",
        staff={"Ada 100 % to 30 June": position("Ada", last_on=JUNE_END)},
    ),
    Forecast(
        JULY,
        {date(2023, 2, 1): -100},
        0,
        Way.BY_FULL_TIME,
        "less than nothing is never expected",
        staff={"Ada 100 %": position("Ada")},
    ),
)
PERSONNEL_WITHOUT = (
    Forecast(JULY, SALARIES, 1200, Way.BY_MONTHS, "no positions: straight, 200 × 6", staff={}),
    Forecast(
        JULY,
        SALARIES,
        1200,
        Way.BY_MONTHS,
        "nobody there so far: straight, 200 × 6",
        staff={
            "vacant from 1 January": position("", first_on=START, last_on=JUNE_END),
            "Ada 100 % from 1 July": position("Ada", first_on=JULY),
        },
    ),
    Forecast(
        JULY,
        SALARIES,
        1200,
        Way.BY_MONTHS,
        "wholly on leave so far: straight, 200 × 6",
        staff={"Ada 100 %, on leave to 30 June": position("Ada", leaves=[(START, JUNE_END, 100)])},
    ),
    Forecast(
        date(2023, 1, 15),
        {date(2023, 1, 10): 90},
        1110,
        Way.AS_ALLOCATED,
        "less than a month, for personnel too: 1200 − 90",
        staff={"Ada 100 %": position("Ada")},
        allocated=1200,
    ),
)

FORECASTS = (*STRAIGHT, *AT_THE_EDGES, *BY_FULL_TIME, *PERSONNEL_WITHOUT)
