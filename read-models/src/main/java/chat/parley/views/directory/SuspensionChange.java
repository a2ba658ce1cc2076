package chat.parley.views.directory;

import chat.parley.events.UserId;

/** Whether a person's account is suspended since the event at a position: who is found by nobody. */
public record SuspensionChange(UserId user, boolean suspended, long position) implements DirectoryChange {}
