package chat.parley.events;

/** The name and revision each event is known by outside, for ever; never a class name. */
public enum EventType {
    ACCOUNT_REGISTERED("parley.account.registered", 1, AccountRegistered.class),
    ACCOUNT_ERASED("parley.account.erased", 1, AccountErased.class),
    LEGAL_HOLD_PLACED("parley.account.legal-hold-placed", 1, LegalHoldPlaced.class),
    LEGAL_HOLD_LIFTED("parley.account.legal-hold-lifted", 1, LegalHoldLifted.class),
    DIRECT_CONVERSATION_STARTED("parley.conversation.direct-started", 1, DirectConversationStarted.class),
    MESSAGE_SENT("parley.conversation.message-sent", 1, MessageSent.class),
    MESSAGE_DELETED("parley.conversation.message-deleted", 1, MessageDeleted.class),
    MESSAGES_DELIVERED("parley.read-cursor.delivered", 1, MessagesDelivered.class),
    MESSAGES_READ("parley.read-cursor.read", 1, MessagesRead.class);

    private static final String PREFIX = "parley.";

    private final String typeName;
    private final int revision;
    private final Class<? extends ParleyEvent> shape;

    EventType(String typeName, int revision, Class<? extends ParleyEvent> shape) {
        this.typeName = typeName;
        this.revision = revision;
        this.shape = shape;
    }

    public static EventType of(ParleyEvent event) {
        return switch (event) {
            case AccountRegistered _ -> ACCOUNT_REGISTERED;
            case AccountErased _ -> ACCOUNT_ERASED;
            case LegalHoldPlaced _ -> LEGAL_HOLD_PLACED;
            case LegalHoldLifted _ -> LEGAL_HOLD_LIFTED;
            case DirectConversationStarted _ -> DIRECT_CONVERSATION_STARTED;
            case MessageSent _ -> MESSAGE_SENT;
            case MessageDeleted _ -> MESSAGE_DELETED;
            case MessagesDelivered _ -> MESSAGES_DELIVERED;
            case MessagesRead _ -> MESSAGES_READ;
        };
    }

    /** The type of a stored row. */
    public static EventType of(String typeName, int revision) {
        for (EventType type : values()) {
            if (type.typeName.equals(typeName) && type.revision == revision) {
                return type;
            }
        }
        throw new IllegalArgumentException("unknown event type " + typeName + " revision " + revision);
    }

    /** The type an envelope names, e.g. {@code parley.conversation.message-sent.v1}. */
    public static EventType ofPublished(String published) {
        for (EventType type : values()) {
            if (type.published().equals(published)) {
                return type;
            }
        }
        throw new IllegalArgumentException("unknown event type " + published);
    }

    /** As stored, e.g. {@code parley.conversation.message-sent}. */
    public String typeName() {
        return typeName;
    }

    /** Counts the shapes this event has had, from 1. */
    public int revision() {
        return revision;
    }

    public Class<? extends ParleyEvent> shape() {
        return shape;
    }

    /** As published: the name with its revision. */
    public String published() {
        return typeName + ".v" + revision;
    }

    /** As in a routing key and in a gateway frame: the published name without the product's prefix. */
    public String routed() {
        return published().substring(PREFIX.length());
    }
}
