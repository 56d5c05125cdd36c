"""Article, layers and links to TEI: the only bridge between ``model`` and ``tei``."""
