"""Rules engine for the legal review of administrative penalties in China."""
