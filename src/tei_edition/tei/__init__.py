"""TEI documents as XML: parsing, text, positions, serialising. lxml lives here; articles are unknown here."""
