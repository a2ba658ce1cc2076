package chat.parley.views.directory;

import chat.parley.events.UserId;

/** What anyone signed in may know of a person. */
public record DirectoryEntry(UserId user, String username, String displayName) {}
