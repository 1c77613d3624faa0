"""Tables: invariants with names and sentences, and migrations that match and can be undone."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models
from django.db.migrations.loader import MigrationLoader

OURS = [config.label for config in apps.get_app_configs() if config.name.startswith("samspel.")]
INTERNAL = {
    "log_head_is_one_row": "nobody edits the head of the log",
    "field_text_is_one_per_place": "texts are found by their place, never typed in",
    "text_version_is_numbered_once": "numbers are given by the code",
    "import_job_percent_is_at_most_100": "the percentage is worked out by the code",
    "writer_is_seen_once_per_text": "presence is noted by the code",
}
"""Constraints that no form can break, so that nobody reads a sentence about them."""


def constraints() -> list[tuple[type[models.Model], models.BaseConstraint]]:
    return [
        (model, constraint)
        for label in OURS
        for model in apps.get_app_config(label).get_models()
        for constraint in model._meta.constraints
    ]


def test_every_constraint_says_in_a_sentence_what_it_refuses() -> None:
    silent = {
        constraint.name
        for _model, constraint in constraints()
        if constraint.violation_error_message == constraint.default_violation_error_message
    }
    assert silent == set(INTERNAL)


def test_constraints_are_named_as_sentences() -> None:
    for model, constraint in constraints():
        assert " " not in constraint.name
        assert len(constraint.name.split("_")) >= 4, f"{model}: {constraint.name}"


def test_sentences_end() -> None:
    for _model, constraint in constraints():
        if constraint.name not in INTERNAL:
            assert str(constraint.violation_error_message).endswith("."), constraint.name


@pytest.mark.django_db
def test_migrations_match_the_models() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_migrations_can_be_undone() -> None:
    loader = MigrationLoader(None)
    for (label, name), migration in loader.disk_migrations.items():
        if label in OURS:
            assert all(step.reversible for step in migration.operations), f"{label} {name}"


@pytest.mark.django_db
def test_statements_of_migrations_are_for_both_databases() -> None:
    from samspel.accounts import append_only

    assert set(append_only._ADD) == set(append_only._REMOVE) == {"sqlite", "postgresql"}
