"""The demo's ideas with sign-ups, its suggestion box, and its planning days over the years."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from django.db.models import Model

from samspel.accounts.actor import Actor
from samspel.accounts.models import User
from samspel.exchange.demo.casework.chance import Chance, at, working_day
from samspel.exchange.demo.casework.stays import write_all
from samspel.exchange.demo.names import given_name
from samspel.organisation.models import Team
from samspel.participants.groups.models import Group
from samspel.participants.ideas.models import Idea, PlanningDay, Raised, SignUp, Suggestion
from samspel.participants.ideas.wall_link import open_wall
from samspel.participants.models import Episode
from samspel.participants.stage import ENROLLED_STAGES

_OPEN = (
    ("Fika på museet", "Vi tar bussen tillsammans och tittar på en sal i taget.", 4, 5, 12),
    ("Laga cyklar", "Vi lagar våra egna cyklar, och lär av varandra.", 5, 3, 20),
    ("Läsa högt i skogen", "Ta med en bok, eller lyssna bara.", 6, 2, 25),
    ("Öva på att ringa samtal", "Att ringa myndigheter och arbetsgivare, i lugn takt.", 3, 1, 9),
)
"""Title, text, how many are enough, how many have signed up, and days until the last day."""
_CLOSED = ("Simma före öppning", "Badhuset öppnar klockan sju för oss.", 8, 2)
_PROPOSED = ("Odla i pallkragar", "Det finns plats på gården mot söder.")
_WAITING = (
    ("Kan vi ha en lugn hörna där man får sitta utan att prata?", 3, ""),
    ("Börja träffpunkten klockan tio i stället för nio.", 9, ""),
    ("Jag saknar en hylla för böcker som man kan byta.", 19, "Maj"),
)
"""Text, days since, and the name that it is signed with."""
_ANSWERED = (
    (
        "Det är för varmt i rummet på eftermiddagarna.",
        "Vi har skaffat markiser. Säg till om det inte räcker.",
        60,
    ),
    (
        "Bjud in någon som berättar hur det är att börja arbeta igen.",
        "Bra idé. Två som har slutat hos oss kommer i nästa månad.",
        32,
    ),
    (
        "Kan kaffet vara gratis?",
        "Kaffet kostar oss inte mycket, så från och med nu är det gratis.",
        95,
    ),
)
_ASIDE = ("Byt ut alla som arbetar här.", 40, "Det gäller enskilda personer: vi tar det muntligt.")
_DAYS = (
    ("Biblioteket", 14, "Vad vi vill göra nästa år."),
    ("Folkets hus", 11, "Hur vi tar emot den som är ny."),
    ("Teamets lokal", 9, "Grupperna på våren."),
)
_RAISED = (
    ("En grupp som lagar mat tillsammans", "group", ""),
    ("Att den som är ny får en kamrat första veckan", "done", "Två deltagare hälsar alla nya."),
    ("En utflykt till havet varje vår", "done", "Den första blev av i maj."),
    ("Öppet även på lördagar", "not_possible", "Ingen i personalen arbetar då."),
    ("Egen brödugn på gården", "not_possible", "Hyresvärden säger nej."),
    ("Laga cyklar", "idea", ""),
    ("Schack och andra spel", "nothing", ""),
    ("En vägg för bilder som vi själva har gjort", "done", "Den sitter i korridoren."),
)


def fill_ideas(
    team: Team, episodes: Sequence[Episode], *, coaches: Sequence[User], today: date
) -> None:
    """Open the team's wall page and fill its lists; groups that stand already are linked to."""
    open_wall(team=team, now=at(today, 8), by=Actor(user=coaches[0]))
    chance = Chance(f"ideas {team.slug}")
    enrolled = [
        each
        for each in episodes
        if each.stage(today) in ENROLLED_STAGES and not each.participant.is_protected
    ]
    ideas = list(_ideas(team, today))
    write_all(ideas)
    write_all(sign for idea in ideas for sign in _sign_ups(idea, enrolled, today, chance))
    write_all(_suggestions(team, coaches, today))
    days = list(_days(team, coaches, today))
    write_all(days)
    write_all(_raised(days, ideas, Group.objects.filter(team=team).first()))


def _ideas(team: Team, today: date) -> Iterator[Idea]:
    for title, text, enough, _signed, days in _OPEN:
        made = working_day(today - timedelta(days=24 - days // 2))
        last = today + timedelta(days=days)
        about = {"title": title, "text": text, "enough": enough, "last_on": last}
        yield Idea(team=team, made_on=made, opened_on=made, **about)
    title, text, enough, _signed = _CLOSED
    made = working_day(today - timedelta(days=50))
    yield Idea(
        team=team,
        title=title,
        text=text,
        enough=enough,
        made_on=made,
        opened_on=made,
        last_on=today - timedelta(days=12),
    )
    title, text = _PROPOSED
    day = today - timedelta(days=2)
    yield Idea(team=team, title=title, text=text, made_on=day, is_from_wall=True)


def _sign_ups(
    idea: Idea, enrolled: Sequence[Episode], today: date, chance: Chance
) -> Iterator[SignUp]:
    """Some of them known as participants, the others by what they call themselves."""
    signed = {title: number for title, _text, _enough, number, _days in _OPEN}
    signed[_CLOSED[0]] = _CLOSED[3]
    known = chance.some_of(list(enrolled), min(2, len(enrolled)))
    for number in range(signed.get(idea.title, 0)):
        episode = known[number] if number < len(known) else None
        name = episode.participant.given_name if episode else given_name("", chance.random)
        day = min(today, idea.made_on + chance.days(0, 6))
        contact = f"070-174 06 {chance.number(10, 99)}" if chance.happens(0.6) else ""
        yield SignUp(
            idea=idea,
            name=name,
            contact=contact,
            episode=episode,
            signed_up_at=at(day, 10 + number % 6),
        )


def _suggestions(team: Team, coaches: Sequence[User], today: date) -> Iterator[Model]:
    for text, days, name in _WAITING:
        left = today - timedelta(days=days)
        yield Suggestion(team=team, text=text, name=name, left_on=left)
    for number, (text, answer, days) in enumerate(_ANSWERED):
        left = today - timedelta(days=days)
        yield Suggestion(
            team=team,
            text=text,
            wall_text=text,
            left_on=left,
            answer=answer,
            answered_on=left + timedelta(days=8),
            answered_by=coaches[number % len(coaches)],
        )
    text, days, why = _ASIDE
    left = today - timedelta(days=days)
    aside = left + timedelta(days=3)
    yield Suggestion(team=team, text=text, left_on=left, put_aside_on=aside, aside_because=why)


def _days(team: Team, coaches: Sequence[User], today: date) -> Iterator[PlanningDay]:
    staff = ", ".join(each.name for each in coaches[:3])
    for number, (place, participants, text) in enumerate(_DAYS):
        on = working_day(date(today.year - number, 5, 20))
        if on > today:
            on = working_day(date(today.year - number - 1, 11, 12))
        about = {"place": place, "participants": participants, "text": text, "staff": staff}
        yield PlanningDay(team=team, on=on, **about)


def _raised(
    days: Sequence[PlanningDay], ideas: Sequence[Idea], group: Group | None
) -> Iterator[Raised]:
    by_title = {each.title: each for each in ideas}
    for number, (text, came_of, because) in enumerate(_RAISED):
        idea = by_title.get(text) if came_of == "idea" else None
        its_group = group if came_of == "group" else None
        is_open = (came_of == "group" and group is None) or (came_of == "idea" and idea is None)
        yield Raised(
            # What is a list now was raised on the latest day.
            day=days[0 if came_of in ("idea", "nothing") else number % len(days)],
            text=f"Att vi startar {its_group.name}" if its_group else text,
            came_of="nothing" if is_open else came_of,
            because=because,
            idea=idea,
            group=its_group,
            place=number + 1,
        )
