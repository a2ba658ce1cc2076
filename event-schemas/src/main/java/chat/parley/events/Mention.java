package chat.parley.events;

/**
 * A member who is mentioned in a text. What stands there is how they were called when it was written; who reads it is shown what they are called now.
 *
 * @param user who; {@link UserId#EVERYONE} for all members of a group
 * @param from where it begins in the text, in UTF-16 units: the place of its {@code @}
 * @param length in UTF-16 units
 */
public record Mention(UserId user, int from, int length) {

    /** Where it ends in the text. */
    public int end() {
        return from + length;
    }
}
