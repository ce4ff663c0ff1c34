"""Administrative units and public bodies under their names of before and of today, with codes, days and sources."""

from extractor.gazetteer.bodies import Body, find_agency
from extractor.gazetteer.lookup import find_place, find_places
from extractor.gazetteer.place import Place

__all__ = ["Body", "Place", "find_agency", "find_place", "find_places"]
