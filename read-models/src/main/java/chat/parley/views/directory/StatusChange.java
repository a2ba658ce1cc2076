package chat.parley.views.directory;

import chat.parley.events.StatusDetails;
import chat.parley.events.UserId;

/** What a person is up to since the event at a position. */
public record StatusChange(UserId user, StatusDetails status, long position) implements DirectoryChange {}
