"""Addresses of authority files: which identifier they hold, and whether it can be one."""

from __future__ import annotations

import re

from tei_edition.validation.idno import SCHEMES

_HOSTS = (
    r"(?i:https?://(?:www\.|sws\.|m\.)?(?P<host>wikidata\.org/(?:entity|wiki)|geonames\.org|viaf\.org/viaf|d-nb\.info/gnd"
    r"|orcid\.org|isni\.org/isni|id\.loc\.gov/authorities/names)/(?P<key>[^/?#]*))"
)
_SCHEME_OF = {
    "wikidata.org/entity": "wikidata",
    "wikidata.org/wiki": "wikidata",
    "geonames.org": "geonames",
    "viaf.org/viaf": "viaf",
    "d-nb.info/gnd": "gnd",
    "orcid.org": "orcid",
    "isni.org/isni": "isni",
    "id.loc.gov/authorities/names": "lccn",
}
_ITEM = r"[qQ]?\d+"
"""What on Wikidata's pages can only be meant as an item; other pages have other names."""


def wrong_address(address: str) -> tuple[str, str] | None:
    """Return code and message for an address of an authority file whose identifier cannot be one; None for others."""
    found = re.match(_HOSTS, address)
    if not found:
        return None
    host, key = found["host"].lower(), found["key"].strip()
    if host == "wikidata.org/wiki" and not re.fullmatch(_ITEM, key):
        return None
    scheme = SCHEMES[_SCHEME_OF[host]]
    if not scheme.fits(key):
        return "R441", f'"{key}" in {address} is no {scheme.name}: it should be {scheme.form}'
    if scheme.check and not scheme.check(key):
        return "R442", f'the check digit of {scheme.name} "{key}" is wrong'
    return None
