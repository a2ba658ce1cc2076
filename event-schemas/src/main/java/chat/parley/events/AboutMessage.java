package chat.parley.events;

/**
 * What a member says about a message, such as the reactions they give it. Of each type the newest event of each member counts, whatever that
 * member said before. With the message all of it is forgotten.
 */
public non-sealed interface AboutMessage extends ConversationEvent, CarriesContent {

    /** The message's number. */
    long number();

    /** The sequence at which the message was recorded. */
    long target();

    /** The message's id. */
    MessageId message();

    /** Who says it. */
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
