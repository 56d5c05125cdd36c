"""How a TEI document is read, whatever it becomes: blocks and phrases, variants, quotation marks, header."""
