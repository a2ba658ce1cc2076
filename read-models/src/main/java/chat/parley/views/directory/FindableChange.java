package chat.parley.views.directory;

import chat.parley.events.Findable;
import chat.parley.events.UserId;

/** By what a person is found since the event at a position. */
public record FindableChange(UserId user, Findable findable, long position) implements DirectoryChange {}
