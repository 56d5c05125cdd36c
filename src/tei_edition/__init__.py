"""From a raw article to a scholarly digital edition."""

__version__ = "0.1.0"
