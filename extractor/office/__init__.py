"""The task list as an office works with it: Excel, Word, the calendar, and back from the Excel that people have edited."""
