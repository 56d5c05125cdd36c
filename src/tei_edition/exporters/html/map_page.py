"""The map: a drawing of the places with coordinates, each a link to its entry, and a table of all places.

Source: SVG 2, 7 "Coordinate Systems, Transformations and Units"; WCAG 2.2, 1.1.1 "Non-text Content", 2.1.1 "Keyboard".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exporters.html.frame import Page, link
from tei_edition.exporters.html.labelling import Dot, Label, labels_of
from tei_edition.exporters.html.projection import View, land, view_of
from tei_edition.exporters.xhtml.markup import escaped, tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.exporters.data.coordinates import Coordinates
    from tei_edition.exporters.data.entities import Entity
    from tei_edition.exporters.html.site import Site

_SCRIPT = 0.0165
_DOT = 0.0045
_LARGEST = 4
_TOUCH = 0.0125


def map_page(site: Site) -> Page | None:
    """Return the page of the map; None where no place has coordinates."""
    places = [entity for entity in site.entities.values() if entity.kind == "places"]
    drawn = sorted((place for place in places if place.coordinates), key=lambda place: -site.count(place.key))
    if not drawn:
        return None
    words = site.words
    off = f"<p>{escaped(words['map_off'])}</p>" if len(drawn) < len(places) else ""
    main = f'<h1 id="title">{escaped(words["map_title"])}</h1>\n{_drawing(site, drawn)}\n{off}\n{_table(site, places)}'
    return Page("map.html", words["map"], main, kind="map")


def _drawing(site: Site, places: Sequence[Entity]) -> str:
    points = [place.coordinates for place in places if place.coordinates]
    view = view_of(points)
    size = view.width * _SCRIPT
    dots = [_dot(site, place, point, view) for place, point in zip(places, points, strict=True)]
    frame = (view.left, view.top, view.left + view.width, view.top + view.height)
    labels = labels_of(dots, size, frame)
    marks = [_mark(site, *one, view) for one in zip(places, dots, labels, strict=True)]
    summary = site.words["map_summary"]
    start = tag("svg", viewBox=view.box, role="group", aria_label=summary, font_size=f"{size:.1f}")
    # The least mentioned first, so that no small dot hides below a large one when it is not the smaller of the two.
    return (
        f"{tag('div', class_='scroll', tabindex='0', role='region', aria_label=site.words['map'])}{start}\n"
        f'<g aria-hidden="true">{_sea(view)}{tag("path", class_="land", d=land())}</path>{_grid(view)}</g>\n'
        f"{chr(10).join(marks)}\n</svg></div>"
    )


def _sea(view: View) -> str:
    left, top, width, height = view.box.split()
    return f"{tag('rect', class_='sea', x=left, y=top, width=width, height=height)}</rect>"


def _grid(view: View) -> str:
    meridians, parallels = view.lines()
    top, bottom, left, right = view.top, view.top + view.height, view.left, view.left + view.width
    lines = [f"M{degree * 10} {top:.0f}V{bottom:.0f}" for degree in meridians]
    lines += [f"M{left:.0f} {degree * 10}H{right:.0f}" for degree in parallels]
    return f"{tag('path', class_='grid', d=''.join(lines))}</path>"


def _dot(site: Site, place: Entity, point: Coordinates, view: View) -> Dot:
    growth = min(_LARGEST, max(1.0, site.count(place.key) ** 0.5))
    return Dot(view.x(point), view.y(point), view.width * _DOT * growth, place.name)


def _mark(site: Site, place: Entity, dot: Dot, label: Label | None, view: View) -> str:
    count = site.words.counted("mention", site.count(place.key))
    spoken = f"{place.name}: {count}"
    touch = max(dot.radius, view.width * _TOUCH)
    place_ = label or Label(dot.x, dot.y - dot.radius * 1.5, "middle")
    name = tag(
        "text", class_="" if label else "crowded", x=f"{place_.x:.1f}", y=f"{place_.y:.1f}", text_anchor=place_.anchor
    )
    centre = {"cx": f"{dot.x:.1f}", "cy": f"{dot.y:.1f}"}
    return (
        f"{tag('a', href=site.address(place.key), aria_label=spoken)}<title>{escaped(spoken)}</title>"
        f"{tag('circle', class_='touch', **centre, r=f'{touch:.1f}')}</circle>"
        f"{tag('circle', class_='dot', **centre, r=f'{dot.radius:.1f}')}</circle>"
        f"{name}{escaped(place.name)}</text></a>"
    )


def _table(site: Site, places: Sequence[Entity]) -> str:
    words = site.words
    heads = "".join(f'<th scope="col">{escaped(words[key])}</th>' for key in ("places", "country", "coordinates"))
    heads += f'<th scope="col" class="number">{escaped(words["mentions"])}</th>'
    rows = "\n".join(_row(site, place) for place in places)
    start = tag("div", class_="scroll", tabindex="0", role="region", aria_label=words["map_title"])
    return f"{start}<table><thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody></table></div>"


def _row(site: Site, place: Entity) -> str:
    point = place.coordinates
    where = _degrees(point) if point else f'<span class="unknown">{escaped(site.words["no_coordinates"])}</span>'
    return (
        f'<tr><th scope="row">{link(site.address(place.key), place.name)}</th><td>{escaped(place.country)}</td>'
        f'<td class="degrees">{where}</td><td class="number">{site.count(place.key)}</td></tr>'
    )


def _degrees(point: Coordinates) -> str:
    latitude = f"{abs(point.latitude):g}° {'N' if point.latitude >= 0 else 'S'}"
    return f"{latitude}, {abs(point.longitude):g}° {'E' if point.longitude >= 0 else 'W'}"
