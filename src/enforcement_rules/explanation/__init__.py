"""A verdict in words: one outline, seen as text or Markdown, and the proof of a single rule."""
