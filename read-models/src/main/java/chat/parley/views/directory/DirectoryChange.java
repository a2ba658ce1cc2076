package chat.parley.views.directory;

/** An entry as the event at a position left it; an older position never replaces a newer one. */
public record DirectoryChange(long position, DirectoryEntry entry) {}
