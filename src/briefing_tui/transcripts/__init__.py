"""Raw transcripts become draft briefings: one file for each family of layouts, a few for the figures."""
