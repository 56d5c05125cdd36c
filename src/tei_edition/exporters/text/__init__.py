"""TEI documents to plain text."""
