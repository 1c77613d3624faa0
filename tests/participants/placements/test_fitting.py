"""What speaks for a task and what against it, each in words."""

from decimal import Decimal

from samspel.participants.placements.fitting import Fit, Offered, Sought, fit_of

KITCHEN, ANIMALS, STOCK = 1, 2, 3
SOUGHT = Sought({KITCHEN: "kök", ANIMALS: "djur"}, "some", ["bus", "quiet"], Decimal(6))


def test_what_fits_is_said_for_each_criterion() -> None:
    offered = Offered({KITCHEN: "kök"}, "simple", ["bus", "quiet", "rest"], Decimal("4.00"))
    assert fit_of(SOUGHT, offered) == Fit(
        (
            "Önskat: kök",
            "Inte för krävande: enkel: samma steg varje gång",
            "Finns: går att nå med buss, tyst rum eller plats",
            "Går att börja med 4 timmar i veckan",
        ),
        (),
    )
    assert fit_of(SOUGHT, offered).is_whole


def test_what_does_not_fit_is_said_too() -> None:
    offered = Offered({STOCK: "lager"}, "demanding", ["bus"], Decimal("7.5"))
    fit = fit_of(SOUGHT, offered)
    assert fit.fits == ("Finns: går att nå med buss",)
    assert [each.partition(":")[0] for each in fit.misfits] == [
        "Inte bland önskemålen",
        "För krävande",
        "Inte känt om det finns",
        "Börjar med 7,5 timmar i veckan, vilket är mer",
    ]
    assert not fit.is_whole


def test_what_nobody_has_said_counts_neither_way() -> None:
    assert fit_of(Sought({}), Offered({STOCK: "lager"}, "demanding", [], Decimal(20))) == Fit(
        (), ()
    )
    assert fit_of(SOUGHT, Offered({}, "some")).fits[0].startswith("Inte för krävande")
    assert not fit_of(Sought({}), Offered({}, "some")).is_whole


def test_fewer_misfits_come_first_then_more_that_fits() -> None:
    none, one, two = Fit((), ()), Fit(("a",), ()), Fit(("a", "b"), ("c",))
    assert sorted([two, none, one], key=lambda fit: fit.rank) == [one, none, two]
