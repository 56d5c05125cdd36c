"""A sound document, and faults planted in it: a mark stands where the finding must land."""

from __future__ import annotations

TEMPLATE = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="doc" xml:lang="en">
  <teiHeader>
    <fileDesc>
      <titleStmt>
        <title level="a" type="main">Title</title>
        <respStmt xml:id="resp-a"><resp>editing</resp><persName>An Editor</persName></respStmt>
      </titleStmt>
      <publicationStmt>
        <publisher>A press</publisher>
        <date when="1997-04-28">1997</date>
      </publicationStmt>
      <sourceDesc>
        <biblStruct>
          <analytic><title level="a">Title</title></analytic>
          <monogr><title level="j">Paper</title><imprint><date when="1997-04-28"/></imprint></monogr>
        </biblStruct>
      </sourceDesc>
    </fileDesc>
    <encodingDesc>
      <appInfo>
        <application ident="tool" version="0.1.0"><label>Tool</label></application>
      </appInfo>
    </encodingDesc>
    <profileDesc>
      <langUsage><language ident="en">English</language></langUsage>
    </profileDesc>
  </teiHeader>
  <standOff>
    <listPerson>
      <person xml:id="pers-a"><persName>A. B.</persName><birth when="1870"/><death when="1924"/></person>
    </listPerson>
  </standOff>
  <text>
    <body>
      <div type="article">
        <head>Heading</head>
        <p xml:id="p1">One <persName ref="#pers-a">A. B.</persName> spoke on <date when="1997-04-28">April 28</date></p>
        <list>
          <item>First</item>
        </list>
        <table>
          <row><cell>1</cell><cell>2</cell></row>
        </table>
        <p>Two <choice><sic>teh</sic><corr>the</corr></choice> <title level="m">Book</title>.</p>
        <byline>C. D.</byline>
      </div>
    </body>
  </text>
</TEI>
"""

MARK = "\u2038"


def planted(replacements: tuple[str, ...]) -> tuple[bytes, int, int]:
    """Return the document with its fault, and line and column of the mark."""
    text = TEMPLATE
    for old, new in zip(replacements[::2], replacements[1::2], strict=True):
        assert old.replace(MARK, "") in text, old
        text = text.replace(old, new, 1)
    at = text.index(MARK)
    before = text[:at]
    return text.replace(MARK, "").encode(), before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1
