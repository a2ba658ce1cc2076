package chat.parley.views.directory;

/** A directory entry after the event at a position; an older position never replaces a newer one. */
public record DirectoryChange(long position, DirectoryEntry entry) {}
