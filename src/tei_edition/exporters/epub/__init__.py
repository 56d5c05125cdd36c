"""TEI documents to an EPUB 3."""
