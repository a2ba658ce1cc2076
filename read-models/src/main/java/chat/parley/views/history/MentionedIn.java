package chat.parley.views.history;

import chat.parley.events.UserId;

/** A message that mentions somebody. */
public record MentionedIn(long number, UserId author) {}
