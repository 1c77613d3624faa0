"""The participant's plan as a document, to be rendered as PDF."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from samspel.documents.document import (
    Block,
    BulletList,
    Chapter,
    Document,
    Field,
    Paragraph,
    Part,
)
from samspel.participants.episode import Episode
from samspel.participants.plans.curves import Curve
from samspel.participants.plans.drawing import language_of_page
from samspel.participants.plans.take_home import PlainGoal, TakeHome


def document_of(episode: Episode, told: TakeHome) -> Document:
    """A letter of a page or two, in the language of the reader's page."""
    team = episode.team
    return Document(
        title=_("My plan"),
        subtitle=told.name,
        team=told.name or team.name,
        association=team.name,
        start=min(episode.began_on, told.on),
        end=told.on,
        period_printed=told.on.isoformat(),
        language=language_of_page(),
        edition="internal",
        layout="letter",
        is_large=True,
        chapters=tuple(_chapters(told)),
        table_word=_("Table"),
        chart_word=_("Drawing"),
        page_words=(_("Page"), _("of")),
    ).without_empty_fields()


def _chapters(told: TakeHome) -> Iterator[Chapter]:
    goals = tuple(_goal(number, goal) for number, goal in enumerate(told.goals, start=1))
    yield Chapter("goals", _("What I want"), goals)
    yield _list("reached", _("What I have reached"), told.reached)
    yield _list("meetings", _("Next meetings"), told.meetings)
    lines = tuple(_line(curve) for curve in told.curves)
    title = _("Where I stand, from 0 to 10")
    yield Chapter("scales", title, (_field("scales", title, lines),))


def _goal(number: int, goal: PlainGoal) -> Field:
    blocks: list[Block] = []
    if goal.sign:
        blocks.append(Paragraph((_("The first small sign"), ": ", goal.sign)))
    if goal.steps:
        blocks.append(Paragraph((_("The next steps:"),)))
        blocks.append(BulletList(tuple((step.sentence,) for step in goal.steps)))
    if goal.done:
        blocks.append(Paragraph((_("Done:"), " ", "; ".join(goal.done))))
    # A goal stands in the plan also before anything is planned towards it.
    blocks = blocks or [Paragraph((_("We have not agreed on a step yet."),))]
    return _field(f"goal-{number}", goal.title, blocks)


def _list(key: str, title: str, items: Iterable[str]) -> Chapter:
    rows = tuple((item,) for item in items)
    return Chapter(key, title, (_field(key, title, [BulletList(rows)] if rows else []),))


def _line(curve: Curve) -> Block:
    chart = curve.chart()
    if chart is not None:
        return chart
    last = curve.last
    words = _("%(question)s: %(value)s on %(day)s")
    told = {"question": curve.scale.text, "value": last.value, "day": last.on.isoformat()}
    return Paragraph((words % told,))


def _field(key: str, title: str, blocks: Iterable[Block]) -> Field:
    found = tuple(blocks)
    return Field(key, title, (Part("description", "", found),) if found else ())
