package chat.parley.events;

/**
 * An annotation: what a member says about a message, such as reactions. For each member and type only the newest event
 * counts. Erasing the message's content erases its annotations too.
 */
public non-sealed interface AnnotatesMessage extends ConversationEvent, CarriesContent {

    /** The message's number. */
    long number();

    /** The sequence at which the message was recorded. */
    long target();

    /** The message's id. */
    MessageId message();

    /** Who made it. */
    UserId member();

    @Override
    default Owner owner() {
        return new Owner.Person(member());
    }

    @Override
    default UserId actor() {
        return member();
    }
}
