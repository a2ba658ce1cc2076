package chat.parley.events;

/**
 * An annotation: what a member says about a message, such as reactions, or what its author says it to be. For each member and
 * type only the newest event counts. Erasing the message's content erases its annotations too.
 */
public non-sealed interface AnnotatesMessage extends ConversationEvent, CarriesContent {

    /** The message's number, see {@link SentMessage#number}. */
    long number();

    /** The sequence at which the message was recorded. */
    long target();

    /** The message's id. */
    MessageId message();

    /** Who made it. */
    UserId member();

    /** That something was said, for those who cannot see the message. */
    AnnotatesMessage withoutContent();

    @Override
    default Owner owner() {
        return new Owner.Person(member());
    }

    @Override
    default UserId actor() {
        return member();
    }
}
