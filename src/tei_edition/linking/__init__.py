"""Linking: which mention means which person, place, organisation or work, and who said a quotation."""

from tei_edition.linking.link import link

__all__ = ["link"]
