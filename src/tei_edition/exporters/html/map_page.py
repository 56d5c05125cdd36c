"""The map: a drawing of the places with coordinates, each a link to its entry, and a table of all places.

Source: SVG 2, 7 "Coordinate Systems, Transformations and Units"; WCAG 2.2, 1.1.1 "Non-text Content", 2.1.1 "Keyboard".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exporters.html.frame import Page, link
from tei_edition.exporters.html.labelling import Dot, Label, labels_of
from tei_edition.exporters.html.projection import EARTH, View, land, view_of
from tei_edition.exporters.html.regions import regions_of
from tei_edition.exporters.xhtml.markup import escaped, tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.exporters.html.site import Site
    from tei_edition.exporters.reading.coordinates import Coordinates
    from tei_edition.exporters.reading.registers import Entity

_SCRIPT = 0.0165
_DOT = 0.0038
_GROWTH = 1.9
_LABELS = 45
_TOUCH = 0.0125
_LARGER = 1.7
_DRAWN = 1000


def map_page(site: Site) -> Page | None:
    """Return the page of the map; None where no place has coordinates."""
    places = [entity for entity in site.entities.values() if entity.kind == "places"]
    located = sorted((place for place in places if place.coordinates), key=lambda place: -site.count(place.key))
    if not located:
        return None
    drawn = located[:_DRAWN]
    shown = {place.key for place in drawn}
    listed = places if len(places) <= _DRAWN else [place for place in places if place.key in shown]
    words = site.words
    points = [place.coordinates for place in drawn if place.coordinates]
    view = view_of(points)
    start = tag("div", class_="scroll", tabindex="0", role="region", aria_label=words["map"])
    maps = [f"{start}{_drawing(site, drawn, view, words['map_summary'])}</div>"]
    if regions := _regions(site, drawn, regions_of(points, view)):
        maps.append(f'<div class="regions">{regions}</div>')
    told = words.filled("map_most", len(drawn)) if len(listed) < len(places) else words["map_off"]
    off = f'<p class="off">{escaped(told)}</p>' if len(drawn) < len(places) else ""
    parts = [f'<h1 id="title">{escaped(words["map_title"])}</h1>', *maps, off, _table(site, listed)]
    return Page("map.html", words["map"], "\n".join(part for part in parts if part), kind="map")


def _regions(site: Site, places: Sequence[Entity], views: Sequence[View]) -> str:
    """Return maps of parts where places lie close, each named after the place that is mentioned most in it alone."""
    figures: dict[str, str] = {}
    for view in views:
        own = [place for place in places if place.coordinates and view.holds(place.coordinates)]
        names = (site.words.filled("map_around", place.name) for place in own)
        around = next((name for name in names if name not in figures), site.words["map"])
        figures[around] = _drawing(site, own, view, around, scale=_LARGER)
    return "".join(
        f"<figure>{drawing}<figcaption>{escaped(around)}</figcaption></figure>" for around, drawing in figures.items()
    )


def _drawing(site: Site, places: Sequence[Entity], view: View, label: str, scale: float = 1) -> str:
    """Return a map of places, the most mentioned first; on a map that is shown smaller, all is ``scale`` times larger.

    Keys lead to the places on the whole map only.
    """
    points = [place.coordinates for place in places if place.coordinates]
    size = view.width * _SCRIPT * scale
    most = site.count(places[0].key)
    dots = [_dot(site, place, point, view, most) for place, point in zip(places, points, strict=True)]
    dots = [Dot(dot.x, dot.y, dot.radius * scale, dot.name) for dot in dots]
    frame = (view.left, view.top, view.left + view.width, view.top + view.height)
    labels = labels_of(dots, size, frame, _LABELS)
    marks = [_mark(site, *one, view, reached=scale == 1) for one in zip(places, dots, labels, strict=True)]
    names = "".join(_name(dot.name, place) for dot, place in zip(dots, labels, strict=True) if place)
    start = tag("svg", viewBox=view.box, role="group", aria_label=label, font_size=f"{size:.1f}")
    # The most mentioned is drawn first, so that no small dot hides below a large one; names stand above all.
    return (
        f"{start}\n"
        f'<g aria-hidden="true">{_sea(view)}{_land(view)}{_grid(view)}</g>\n'
        f'{chr(10).join(marks)}\n<g class="names" aria-hidden="true">{names}</g></svg>'
    )


def _land(view: View) -> str:
    outline = f"{tag('path', class_='land', d=land())}</path>"
    return f'{outline}<g transform="translate({EARTH})">{outline}</g>' if view.crosses else outline


def _sea(view: View) -> str:
    left, top, width, height = view.box.split()
    return f"{tag('rect', class_='sea', x=left, y=top, width=width, height=height)}</rect>"


def _grid(view: View) -> str:
    meridians, parallels = view.lines()
    top, bottom, left, right = view.top, view.top + view.height, view.left, view.left + view.width
    lines = [f"M{degree * 10} {top:.0f}V{bottom:.0f}" for degree in meridians]
    lines += [f"M{left:.0f} {degree * 10}H{right:.0f}" for degree in parallels]
    return f"{tag('path', class_='grid', d=''.join(lines))}</path>"


def _dot(site: Site, place: Entity, point: Coordinates, view: View, most: int) -> Dot:
    share = site.count(place.key) / most if most else 0.0
    return Dot(view.x(point), view.y(point), view.width * _DOT * (1 + _GROWTH * share**0.5), place.name)


def _mark(site: Site, place: Entity, dot: Dot, label: Label | None, view: View, *, reached: bool) -> str:
    """Return the dot of a place; its name, where the map has no room for it, shows when the dot is pointed at."""
    spoken = f"{place.name}: {site.words.counted('mention', site.count(place.key))}"
    touch = max(dot.radius, view.width * _TOUCH)
    start = tag("a", href=site.address(place.key), aria_label=spoken, tabindex="" if reached else "-1")
    centre = {"cx": f"{dot.x:.1f}", "cy": f"{dot.y:.1f}"}
    above = Label(dot.x, dot.y - dot.radius * 1.5, "middle")
    name = "" if label else _name(place.name, above, "crowded")
    return (
        f"{start}<title>{escaped(spoken)}</title>"
        f"{tag('circle', class_='touch', **centre, r=f'{touch:.1f}')}</circle>"
        f"{tag('circle', class_='dot', **centre, r=f'{dot.radius:.1f}')}</circle>{name}</a>"
    )


def _name(words: str, label: Label, class_: str = "") -> str:
    start = tag("text", class_=class_, x=f"{label.x:.1f}", y=f"{label.y:.1f}", text_anchor=label.anchor)
    return f"{start}{escaped(words)}</text>"


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
