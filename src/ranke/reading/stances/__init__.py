"""Stances: the attitudes of actors to each other and to plans, policies and causes."""
