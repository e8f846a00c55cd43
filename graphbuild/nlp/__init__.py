"""Documents to sentences; the only room that runs Stanza."""
