"""Raw bytes to articles. A reader knows one format; plug-ins come by the entry point ``tei_edition.readers``."""
