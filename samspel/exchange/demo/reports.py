"""The demo's reports: one for each year that has ended, with texts as a team might write them."""

from datetime import date

from samspel.accounts.actor import Actor
from samspel.exchange.demo.staff import leader_of
from samspel.figures.period import Period, month_end
from samspel.organisation.models import Team
from samspel.report.creation import begin_report
from samspel.report.writing import save_text

EARLIER = {
    "4.analysis": (
        "Att handledarna är utlånade av sina myndigheter gör att frågor kan lösas samma dag. Det "
        "är sårbart när någon slutar eller är ledig."
    ),
    "7.reflection": (
        "En vakant plats i styrgruppen märks i vardagen: den myndighetens handläggare hör mer "
        "sällan av sig till oss."
    ),
}
LAST_YEAR = EARLIER | {
    "2.reflection": (
        "Många som kommer till oss har väntat länge på att någon ska lyssna på hela berättelsen. "
        "När första samtalet får ta den tid det behöver går resten ofta lättare.\n\n"
        "Under året har vi börjat visa deltagaren planen på skärmen medan vi skriver den. Det har "
        "gett färre missförstånd och bättre mål."
    ),
    "3.reflection": (
        "Andelen som går vidare till arbete eller studier beror till stor del på om det finns en "
        "praktikplats i rätt stund. Här behöver vi fler arbetsgivare."
    ),
    "5.analysis": (
        "Utbildningen i lösningsfokuserade samtal har gett oss:\n\n"
        "- ett gemensamt sätt att fråga\n"
        "- kortare möten, eftersom vi börjar i det som redan fungerar"
    ),
    "6.reflection": (
        "Vi är ett litet team och märker direkt när någon är borta. Det som hjälper är att varje "
        "deltagare känner minst en handledare till."
    ),
    "8.analysis": (
        "Remittenterna har bjudits in för att gå igenom hur en remiss fylls i tillsammans med "
        "deltagaren. Efter träffarna har remisserna blivit tydligare."
    ),
    "9.reflection": (
        "Samverkan mellan myndigheterna fungerar bäst när cheferna i styrgruppen själva har mött "
        "teamet i vardagen. Därför vill vi att ett av mötena nästa år hålls i våra lokaler."
    ),
}


def write_reports(team: Team, *, today: date) -> int:
    """Begin a report for every calendar year that the team was at work in and that has ended.

    Goes the way of the pages, so that each has its entry in the log. Returns their number.
    """
    by = Actor(user=leader_of(team))
    first = team.started_on.year if team.started_on else today.year - 1
    last = min(today.year - 1, team.closed_on.year if team.closed_on else today.year)
    for year in range(first, last + 1):
        period = Period(date(year, 1, 1), month_end(year, 12))
        report = begin_report(team=team, period=period, language="sv", by=by).report
        texts = LAST_YEAR if year == today.year - 1 else EARLIER
        for place, body in texts.items():
            save_text(report=report, place=place, body=body, base_version=0, by=by)
    return last + 1 - first
