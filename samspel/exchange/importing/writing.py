"""Writing what an import has made ready.

The rows go in by the database's own `executemany`: `bulk_create` needs three times as long, and
an import of a whole register would keep other writers waiting for all of it (measured by the
benchmark). The columns and their defaults are still the models' own.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import connection, models

from samspel.exchange.importing.episode_row import EPISODE_COLUMNS
from samspel.exchange.importing.prepared import KINDS, Prepared
from samspel.organisation.team import Team
from samspel.participants.episode import Episode
from samspel.participants.participant import Participant

_FOLLOWING: dict[str, tuple[str, tuple[str, ...]]] = {
    # Another day of enrolment moves the trial period; else a decision may have moved it.
    "trial_ends_on": (
        "CASE WHEN enrolled_on = %s THEN trial_ends_on ELSE %s END",
        ("enrolled_on", "trial_ends_on"),
    ),
    # A closing that was being prepared outside of the stay was none.
    "closing_begun_on": (
        (
            "CASE WHEN closing_begun_on BETWEEN %s AND COALESCE(%s, closing_begun_on)"
            " THEN closing_begun_on END"
        ),
        ("enrolled_on", "closed_on"),
    ),
    "withdrawal_reason": (
        "CASE WHEN COALESCE(%s, '') = '' THEN '' ELSE withdrawal_reason END",
        ("withdrawn_on",),
    ),
}
"""What casework has entered beside the file's columns and must still fit with them: the SQL, and
the columns that fill it."""

Wrote = Callable[[int], None]
"""Told how many rows have been written since the last time."""


class Writer:
    """Writes what is ready for one team; to be used inside a transaction.

    ``told`` are the columns that the file has: others of a changed episode are left alone.
    Closings go before openings, since a person may have only one open episode at a time.
    """

    def __init__(
        self, prepared: Prepared, team_key: str, team: Team, *, at: datetime, wrote: Wrote
    ) -> None:
        self._prepared = prepared
        self._key = team_key
        self._team = team
        self._at = at
        self._wrote = wrote

    def write(self, told: Sequence[str]) -> None:
        """Write everything that is ready."""
        self._prepared.begin_team(self._team.trial_months)
        times: dict[str, object] = {"recorded_at": self._at, "changed_at": self._at}
        # The keys that names sort and are found by stay empty: there is no name.
        self._insert(Participant, "new_person", {"team": self._team.pk})
        self._update(Participant, "changed_person", ("gender", "birth_date"), {})
        columns = [name for name in EPISODE_COLUMNS if name in told]
        self._update(Episode, "changed_episode", columns, {"changed_at": self._at})
        self._insert(Episode, "new_episode", {"team": self._team.pk, **times})

    def _insert(self, model: type[models.Model], kind: str, same: dict[str, object]) -> None:
        """Insert rows; every column that neither they nor ``same`` name gets its default."""
        named = {*KINDS[kind], *same}
        rest = {
            each.name: each.get_default()
            for each in model._meta.concrete_fields
            if each.name not in named
        }
        constants = same | rest
        columns = ", ".join(_quoted(model, [*constants, *KINDS[kind]]))
        marks = ", ".join(["%s"] * (len(constants) + len(KINDS[kind])))
        self._run(
            f"INSERT INTO {_table(model)} ({columns}) VALUES ({marks})",  # noqa: S608  # nosec B608 - names of the model's own
            self._rows(model, kind, KINDS[kind], constants),
        )

    def _update(
        self,
        model: type[models.Model],
        kind: str,
        columns: Sequence[str],
        same: dict[str, object],
    ) -> None:
        """Set the columns of rows that are found by their key; their version grows by one."""
        sets = ", ".join(f"{name} = %s" for name in _quoted(model, [*same, *columns]))
        read = list(columns)
        for column, (sql, asked) in _FOLLOWING.items():
            if set(asked) - {"trial_ends_on"} <= set(columns):
                sets += f", {column} = {sql}"
                read += asked
        version, key = _quoted(model, ["version", "id"])
        self._run(
            f"UPDATE {_table(model)} SET {sets}, {version} = {version} + 1 WHERE {key} = %s",  # noqa: S608  # nosec B608 - names of the model's own
            self._rows(model, kind, [*read, "id"], same),
        )

    def _rows(
        self,
        model: type[models.Model],
        kind: str,
        columns: Sequence[str],
        constants: dict[str, object],
    ) -> Iterable[list[tuple[Any, ...]]]:
        fields = {each.name: each for each in model._meta.concrete_fields}
        values = [_for_driver(fields[name], value) for name, value in constants.items()]
        return self._prepared.rows(kind, self._key, columns, values)

    def _run(self, sql: str, portions: Iterable[list[tuple[Any, ...]]]) -> None:
        with connection.cursor() as cursor:
            for rows in portions:
                cursor.executemany(sql, rows)
                self._wrote(len(rows))


def _table(model: type[models.Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _quoted(model: type[models.Model], names: Sequence[str]) -> list[str]:
    columns = {each.name: each.column or "" for each in model._meta.concrete_fields}
    return [connection.ops.quote_name(columns[name]) for name in names]


def _for_driver(field: models.Field[Any, Any], value: object) -> object:
    """A value that is the same in every row, as text or number, which every driver takes."""
    if isinstance(field, models.ForeignKey):
        field = field.target_field
    prepared = field.get_db_prep_save(value, connection)
    return prepared if prepared is None or isinstance(prepared, int) else str(prepared)
