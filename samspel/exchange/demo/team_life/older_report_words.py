"""Two reports from the years when the demo's first team was a project, as they were written then.

The second one contradicts itself: 18 were closed, but 10 women and 7 men are told of.
"""

FIRST_YEAR = """Verksamhetsberättelse för Kompassen Lindåkra
Period: {year}-01-01 – {year}-12-31

Deltagare – förutsättningar
Kompassen Lindåkra drevs under året som ett projekt av kommunen och Försäkringskassan.
Vid årets början var 0 deltagare inskrivna i Kompassen.
Under året skrevs 16 nya deltagare in, varav 9 kvinnor och 7 män.
Remitterande var regionen 7, socialtjänsten 5, Försäkringskassan 3 och Arbetsförmedlingen 1.

Deltagare – resultat och effekter
Under året avslutades 5 deltagare. Av dem gick 2 till arbete och 1 till studier.
Vid årets slut var 11 deltagare inskrivna.
Den genomsnittliga genomströmningstiden för dem som avslutades till resultat var 8,4 månader.

Organisation – resultat och effekter
Kompassen tilldelades 1 850 000 kronor för året.
"""
SECOND_YEAR = """Verksamhetsberättelse för Kompassen Lindåkra
Period: {year}-01-01 – {year}-12-31

Deltagare – förutsättningar
Vid årets början var 11 deltagare inskrivna i Kompassen Lindåkra.
Under året skrevs 7 nya deltagare in, varav 4 kvinnor och 3 män.
Remitterande var regionen 5 och socialtjänsten 2.

Deltagare – resultat och effekter
Projektet tog slut den sista december, och alla som var kvar avslutades då.
Under året avslutades 18 deltagare, varav 10 kvinnor och 7 män.
Av dem gick 7 till arbete och 3 till studier.
Vid årets slut var 0 deltagare inskrivna.
Den genomsnittliga genomströmningstiden för dem som avslutades till resultat var 13,2 månader.

Organisation – resultat och effekter
Kompassen tilldelades 1 900 000 kronor för året.
"""
