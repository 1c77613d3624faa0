"""JSON: every number with its address, its print and its exact value."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from samspel.documents.document import Document
from samspel.documents.render.plain_json import plain_json


def numbers(thing: Any) -> Iterator[dict[str, Any]]:
    if isinstance(thing, list):
        for each in thing:
            yield from numbers(each)
    elif isinstance(thing, dict):
        if thing.get("is") == "number":
            yield thing
        else:
            yield from numbers(list(thing.values()))


def test_every_number_is_there_in_reading_order(
    document: Document, rendered: Callable[[str], bytes]
) -> None:
    said = list(numbers(json.loads(rendered("json"))))
    assert [(each["address"], each["printed"]) for each in said] == [
        (number.address, number.printed) for number in document.numbers()
    ]


def test_values_are_decimal_strings_or_nothing(document: Document) -> None:
    said = {each["address"]: each for each in numbers(json.loads(plain_json(document)))}
    assert said["throughput.2024-01–2024-12"]["value"] == "17.0"
    assert said["result_rate"]["value"] == "0.57"
    assert said["closed.outcome.moved"] == {
        "is": "number",
        "address": "closed.outcome.moved",
        "printed": "<5",
        "value": None,
        "title": "Avslutade: flyttat från kommunen",
        "kind": "count",
        "withheld": True,
    }


def test_the_reports_own_facts(document: Document) -> None:
    whole = json.loads(plain_json(document))
    assert whole["team"] == "Samverkansteam Lövsjö"
    assert (whole["start"], whole["end"]) == ("2024-01-01", "2024-12-31")
    assert whole["labels"]["tables"]["results"] == "Tabell 3"
    assert whole["chapters"][1]["fields"][0]["number"] == 1
