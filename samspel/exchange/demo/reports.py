"""The demo's reports: one for each year that has ended, with texts as a team might write them."""

from datetime import date

from samspel.accounts.actor import Actor
from samspel.exchange.demo.staff import leader_of
from samspel.figures.period import Period, month_end
from samspel.organisation.models import Team
from samspel.report.creation import begin_report
from samspel.report.writing import save_text

EARLIER = {
    "4.description": (
        "Teamet har två handledare och en teamledare. Handledarna är utlånade av sina "
        "myndigheter och arbetar heltid i teamet."
    ),
    "7.description": (
        "Styrgruppen har träffats fyra gånger under året. Alla platser utom en har varit besatta."
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
    "5.description": (
        "Personalen har haft handledning en gång i månaden. Under året har alla gått en utbildning "
        "i lösningsfokuserade samtal:\n\n"
        "- två dagar på våren\n"
        "- en uppföljande dag på hösten"
    ),
    "6.reflection": (
        "Vi är ett litet team och märker direkt när någon är borta. Det som hjälper är att varje "
        "deltagare känner minst två av oss."
    ),
    "8.description": (
        "Teamledaren har bjudit in remittenterna till två träffar för att gå igenom hur en remiss "
        "fylls i tillsammans med deltagaren. Efter träffarna har remisserna blivit tydligare."
    ),
    "9.reflection": (
        "Samverkan mellan myndigheterna fungerar bäst när cheferna i styrgruppen själva har mött "
        "teamet i vardagen. Därför vill vi att ett av mötena nästa år hålls i våra lokaler."
    ),
    "summary.organisation": (
        "Kön har varit lång under våren. Styrgruppen har beslutat att pröva gemensamma "
        "informationsträffar för dem som väntar."
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
