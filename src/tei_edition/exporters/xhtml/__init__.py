"""TEI texts to XHTML: one chapter a text, with its headings, pages, notes and mentions."""
