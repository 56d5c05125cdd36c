"""Persons directly: names taken apart, usual case, who is one with whom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.linking.persons import Persons, forms_in_usual_case, parsed

FORENAMES = st.sampled_from(["Nora", "Emil", "Jean-Luc", "O.", "J.P.", "Zoë", "Sean"])
SURNAMES = st.sampled_from(["Vale", "O'Dell", "McBride", "Ångström", "Wu", "Brandt-Lee", "King"])
NAMES = st.builds(lambda first, last: f"{first} {last}", FORENAMES, SURNAMES)


def persons(*names: str) -> Persons:
    return Persons([(name, "") for name in names], {})


def preferred(*names: str) -> list[str]:
    return [entity.preferred for entity in persons(*names).entities()]


@pytest.mark.parametrize(
    ("name", "forenames", "link", "surname", "suffix"),
    [
        ("Nora Vale", ("Nora",), "", "Vale", ""),
        ("Vale", (), "", "Vale", ""),
        ("N. J. Vale", ("N.", "J."), "", "Vale", ""),
        ("Emil van der Berg", ("Emil",), "van der", "Berg", ""),
        ("van Berg", ("van",), "", "Berg", ""),
        ("Emil Vale Jr.", ("Emil",), "", "Vale", "Jr."),
        ("Emil Vale, Jr.", ("Emil",), "", "Vale", "Jr."),
        ("Emil Vale III", ("Emil",), "", "Vale", "III"),
        ("EMIL VALE JR.", ("Emil",), "", "Vale", "Jr."),
        ("EMIL VALE III", ("Emil",), "", "Vale", "III"),
        ("EMIL VAN DER BERG", ("Emil",), "van der", "Berg", ""),
        ("E. VALE", ("E.",), "", "Vale", ""),
        ("MARY O'DELL", ("Mary",), "", "O'Dell", ""),
        ("MARY MCBRIDE", ("Mary",), "", "McBride", ""),
        ("JEAN-LUC VALE", ("Jean-Luc",), "", "Vale", ""),
        ("ZOË ÅNGSTRÖM", ("Zoë",), "", "Ångström", ""),
        ("Nora  \n Vale", ("Nora",), "", "Vale", ""),
    ],
)
def test_the_parts_of_a_name(name: str, forenames: tuple[str, ...], link: str, surname: str, suffix: str) -> None:
    found = parsed(name)
    assert (found.forenames, found.link, found.surname, found.suffix) == (forenames, link, surname, suffix)


@given(NAMES)
def test_a_name_is_the_sum_of_its_parts(name: str) -> None:
    assert parsed(name).full == name
    assert parsed(parsed(name).full) == parsed(name)


@given(NAMES)
def test_capitals_do_not_make_another_person(name: str) -> None:
    known = persons(name, name.upper())
    assert len(known.entities()) == 1
    assert known.reference(name, "") == known.reference(name.upper(), "")


@given(st.lists(NAMES, min_size=1, max_size=6))
def test_no_person_is_preferred_in_capitals_nor_listed_twice_but_for_case(names: list[str]) -> None:
    for entity in persons(*names, *[name.upper() for name in names]).entities():
        assert not entity.preferred.isupper()
        assert len({name.casefold() for name in entity.names}) == len(entity.names)


@given(st.lists(NAMES, min_size=1, max_size=5), st.randoms())
def test_the_order_of_mentions_does_not_matter(names: list[str], chance: object) -> None:
    shuffled = list(names)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert persons(*names).entities() == persons(*shuffled).entities()


@given(st.lists(NAMES, min_size=1, max_size=5))
def test_a_reference_is_that_of_an_entity(names: list[str]) -> None:
    known = persons(*names)
    ids = {entity.id for entity in known.entities()}
    for name in names:
        reference = known.reference(name, "")
        assert reference is None or reference in ids
        assert 0 <= known.certainty(name, "") <= 1


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("NORA VALE",), ["Nora Vale"]),
        (("NORA VALE", "Nora Vale"), ["Nora Vale"]),
        (("NORA MACBRIDE", "Nora MacBride"), ["Nora MacBride"]),
        (("NORA DEVRIES", "Nora DeVries", "DeVries"), ["Nora DeVries"]),
        (("VALE", "Nora Vale"), ["Nora Vale"]),
        (("N. Vale", "Nora Vale"), ["Nora Vale"]),
        (("Nora Vale", "Emil Vale"), ["Emil Vale", "Nora Vale"]),
    ],
)
def test_the_preferred_form(names: tuple[str, ...], expected: list[str]) -> None:
    assert sorted(preferred(*names)) == expected


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("N. Vale", "Nora Vale", True),
        ("N.J. Vale", "Nora Jane Vale", True),
        ("N.J. Vale", "Nora Kay Vale", False),
        ("Nora Vale", "Emil Vale", False),
        ("Emil Vale Jr.", "Emil Vale Sr.", False),
        ("Nora", "Nora Vale", True),
        ("Vale", "Nora Vale", True),
        ("Valerie", "Nora Vale", False),
        ("Zoe Ångström", "Zoë Angstrom", True),
        ("Jean-Luc Vale", "J.-L. Vale", True),
    ],
)
def test_who_is_one_with_whom(first: str, second: str, same: bool) -> None:  # noqa: FBT001 - a case
    known = persons(first, second)
    assert (known.reference(first, "") == known.reference(second, "")) is same


def test_a_name_of_several_is_nobodys() -> None:
    known = persons("Nora Vale", "Emil Vale", "Vale")
    assert known.reference("Vale", "") is None
    assert known.certainty("Vale", "") == 0


def test_a_form_differs_from_others_by_more_than_case() -> None:
    assert forms_in_usual_case("Nora Vale", {"NORA VALE", "nora vale", "VALE", "Vale"}) == ("Nora Vale", "Vale")
    assert forms_in_usual_case("Nora Vale", {"VALE"}) == ("Nora Vale", "Vale")
    assert forms_in_usual_case("Nora Vale", ()) == ("Nora Vale",)


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=6))
def test_the_preferred_form_is_always_one(form: str, others: list[str]) -> None:
    found = forms_in_usual_case(form, others)
    assert form in found
    assert list(found) == sorted(found)
