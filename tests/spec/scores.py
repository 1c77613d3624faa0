"""Outcome scores: what becomes of them at the cut-off and at the reliable change."""

from tests.spec.table import Spec, events_marked, marked

HEAD = "gender"
PEOPLE = {
    "a": ("woman", "up 7.0 to the cut-off exactly"),
    "b": ("man", "up 5.0 exactly, not to the cut-off"),
    "c": ("woman", "up 4.9"),
    "d": ("woman", "down 5.0"),
    "e": ("woman", "one score"),
    "f": ("woman", "the last score is before the period"),
    "g": ("man", "the second score is after the period"),
    "h": ("woman", "scores of another form"),
}
SCORES_HEAD = "episode | instrument | on | total_tenths | cutoff_tenths | reliable_tenths"
SCORES = events_marked(
    "scores",
    SCORES_HEAD,
    {
        "1": ("a", "ors", "2023-11-01", "180", "250", "50", "before the period"),
        "2": ("a", "ors", "2024-02-01", "120", "250", "50", "neither the first nor the last"),
        "3": ("a", "ors", "2024-12-31", "250", "250", "50", "the last day"),
        "4": ("b", "ors", "2024-01-01", "180", "250", "50", ""),
        "5": ("b", "ors", "2024-05-01", "230", "250", "50", ""),
        "6": ("b", "ors", "2025-01-01", "300", "250", "50", "the day after"),
        "7": ("c", "ors", "2024-01-01", "240", "250", "50", ""),
        "8": ("c", "ors", "2024-05-01", "289", "250", "50", "past the cut-off, yet not reliably"),
        "9": ("d", "ors", "2024-01-01", "260", "250", "50", ""),
        "10": ("d", "ors", "2024-05-01", "210", "250", "50", ""),
        "11": ("e", "ors", "2024-05-01", "210", "250", "50", ""),
        "12": ("f", "ors", "2023-05-01", "180", "250", "50", ""),
        "13": ("f", "ors", "2023-12-31", "260", "250", "50", "the day before"),
        "14": ("g", "ors", "2024-11-01", "180", "250", "50", ""),
        "15": ("g", "ors", "2025-01-01", "300", "250", "50", "the day after"),
        "16": ("h", "srs", "2024-01-01", "180", "250", "50", ""),
        "17": ("h", "srs", "2024-05-01", "380", "250", "50", ""),
    },
    None,
)


def people(counted: str | None = None) -> str:
    """The participants, with those marked that the figure counts, or without marks."""
    return marked(HEAD, PEOPLE, counted)


SCORE_SPECS = (
    Spec(
        "scores_compared",
        "The first score against the last by the end, when the last is in the period.",
        "2024",
        people("abcd"),
        "scores_compared = 4: a, b, c, d\nscores_compared.gender.man = 1: b",
        events=SCORES,
    ),
    Spec(
        "changed_reliably",
        "Up or down by the reliable change or more.",
        "2024",
        people("abd"),
        "changed_reliably = 3: a, b, d\nchanged_reliably.share = 75%: 3 of 4",
        events=SCORES,
    ),
    Spec(
        "reliable_change_rate",
        "Of those compared.",
        "2024",
        people(),
        "reliable_change_rate = 75%: 3 of 4\nreliable_change_rate.gender.man = 100%: b",
        events=SCORES,
    ),
    Spec(
        "score_change",
        "At the cut-off it has been reached; a change of exactly the reliable one is reliable.",
        "2024",
        people(),
        """scores_compared.score_change.recovered = 1: a
        scores_compared.score_change.improved = 1: b
        scores_compared.score_change.unchanged = 1: c
        scores_compared.score_change.deteriorated = 1: d
        scores_compared.score_change.recovered.share = 25%: 1 of 4""",
        events=SCORES,
    ),
)
