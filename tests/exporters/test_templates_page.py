"""docs/templates.md shows every variable, and the templates in it give the pages that there are without any."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tei_edition.exporters.epub import EpubOptions, export_epub
from tei_edition.exporters.epub import layout as book
from tei_edition.exporters.html import HtmlOptions, export_html
from tei_edition.exporters.html import layout as site
from tei_edition.exporters.xhtml.presentation import BLOCKS, PHRASES
from tei_edition.tei.document import TeiDocument

if TYPE_CHECKING:
    from tei_edition.exporters.artifact import Exported
    from tei_edition.exporters.template_files import Gaps


_PAGE = (Path(__file__).parents[2] / "docs" / "templates.md").read_text("utf-8")
_SHOWN = dict(re.findall(r"^([a-z]+\.x?html)\n\n```(?:html|xml)\n(.*?)```", _PAGE, re.MULTILINE | re.DOTALL))


def pages(exported: Exported) -> dict[str, str]:
    """Return the files of a book without the white space that its templates may put between two tags."""
    with zipfile.ZipFile(io.BytesIO(exported.artifacts[0].data)) as archive:
        files = {name: archive.read(name).decode("latin-1") for name in archive.namelist()}
    return {name: re.sub(r">\s+<", "><", text) for name, text in files.items()}


@pytest.mark.parametrize("kinds", [site.KINDS, book.KINDS])
def test_tables_have_every_variable(kinds: dict[str, Gaps]) -> None:
    for name, gaps in kinds.items():
        row = re.search(rf"^\| `{re.escape(name)}`[^|]*\|(.*)\|(.*)\|(.*)\|$", _PAGE, re.MULTILINE)
        assert row, name
        cells = [set(re.findall(r"\w+", cell)) for cell in row.groups()]
        assert cells == [set(each.split()) for each in (gaps.words, gaps.markup, gaps.addresses)], name
        assert set(re.findall(r"\*\*(\w+)\*\*", row[0])) == set(gaps.required.split()), name


def test_templates_shown_for_books_give_the_same_book(samples: list[TeiDocument]) -> None:
    templates = {name: text.encode() for name, text in _SHOWN.items() if name in book.KINDS}
    assert set(templates) == set(book.KINDS)
    for sample in (
        *samples,
        TeiDocument("r.xml", samples[0].data.replace(b'xml:lang="la"', b'xml:lang="he"')),
    ):
        own = export_epub([sample], EpubOptions(templates=templates))
        assert [finding for finding in own.findings if finding.code == "B811"] == []
        assert pages(own) == pages(export_epub([sample]))


def test_templates_shown_for_sites_give_the_same_site(samples: list[TeiDocument]) -> None:
    templates = {name: text.encode() for name, text in _SHOWN.items() if name in site.KINDS}
    assert set(templates) == set(site.KINDS)
    assert export_html(samples, HtmlOptions(templates=templates)).artifacts == export_html(samples).artifacts


def test_page_names_every_element_that_others_may_become() -> None:
    listed = _PAGE[_PAGE.index("Between blocks") :]
    assert set(re.findall(r"`(\w+)`", listed)) >= PHRASES | BLOCKS
