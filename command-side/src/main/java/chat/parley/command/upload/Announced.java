package chat.parley.command.upload;

/**
 * A file as its owner's device announces it.
 *
 * @param kind as of an {@link chat.parley.events.Attachment}
 * @param type sent with its bytes; what is served has the type that they tell
 * @param size in bytes
 */
record Announced(Purpose purpose, int kind, String type, long size) {

    boolean isOf(Upload upload) {
        return upload.purpose() == purpose
                && upload.kind() == kind
                && upload.type().equals(type)
                && upload.size() == size
                && upload.copiedFrom() == null;
    }
}
