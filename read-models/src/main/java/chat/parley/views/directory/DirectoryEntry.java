package chat.parley.views.directory;

import chat.parley.events.UserId;

/** What any signed-in person may know of a person. */
public record DirectoryEntry(UserId user, String username, String displayName) {}
