"""An assessment as a text for people; no arithmetic here."""
