"""Learning from gold: how good the rules are, and how often each was right."""
