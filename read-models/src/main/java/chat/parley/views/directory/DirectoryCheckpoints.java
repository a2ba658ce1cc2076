package chat.parley.views.directory;

import chat.parley.views.Checkpoints;

/** The directory's checkpoints; they are written in the same transaction as its entries. */
public interface DirectoryCheckpoints extends Checkpoints {}
