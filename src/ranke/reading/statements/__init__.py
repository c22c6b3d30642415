"""Who said what, to whom, through whom we know it: cues, contents, quotations, speakers, relays."""
