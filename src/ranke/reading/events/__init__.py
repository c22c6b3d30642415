"""Who did what to whom: the verb lexicon, the grammar around its words, status, authority, retellings."""
