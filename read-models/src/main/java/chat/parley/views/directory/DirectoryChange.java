package chat.parley.views.directory;

/** Something about one person in the directory after an event; an older one never replaces a newer one. */
public sealed interface DirectoryChange
        permits AvatarChange, DirectoryEntry, FindableChange, StatusChange, SuspensionChange {}
