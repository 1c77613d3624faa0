"""Write down the end of the trial periods, which until now followed from the team's setting."""

from datetime import date
from itertools import islice
from typing import Any

from django.db import migrations

from samspel.figures.period import shift_months

_AT_A_TIME = 1000


def write_down(apps: Any, _schema_editor: Any) -> None:
    """By the team's present setting, as the stage has been worked out so far."""
    episodes = apps.get_model("participants", "Episode").objects
    enrolled = episodes.filter(enrolled_on__isnull=False, team__trial_months__gt=0)
    rows = enrolled.select_related("team").only("enrolled_on", "team__trial_months").iterator()
    while some := list(islice(rows, _AT_A_TIME)):
        for row in some:
            first: date = row.enrolled_on
            row.trial_ends_on = shift_months(first, min(row.team.trial_months, 12))
        episodes.bulk_update(some, ["trial_ends_on"])


class Migration(migrations.Migration):
    dependencies = [
        ("participants", "0002_casework"),
        ("organisation", "0003_casework_settings"),
    ]

    operations = [migrations.RunPython(write_down, migrations.RunPython.noop)]
