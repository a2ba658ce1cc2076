package chat.parley.events;

/** The name each event is known by outside, for ever, and its revision now; never a class name. */
public enum EventType {
    ACCOUNT_REGISTERED("parley.account.registered", AccountRegistered.class),
    ACCOUNT_ERASED("parley.account.erased", AccountErased.class),
    LEGAL_HOLD_PLACED("parley.account.legal-hold-placed", LegalHoldPlaced.class),
    LEGAL_HOLD_LIFTED("parley.account.legal-hold-lifted", LegalHoldLifted.class),
    DIRECT_CONVERSATION_STARTED("parley.conversation.direct-started", DirectConversationStarted.class),
    MESSAGE_SENT("parley.conversation.message-sent", MessageSent.class),
    MESSAGE_DELETED("parley.conversation.message-deleted", MessageDeleted.class),
    MESSAGES_DELIVERED("parley.read-cursor.delivered", MessagesDelivered.class),
    MESSAGES_READ("parley.read-cursor.read", MessagesRead.class);

    private static final String PREFIX = "parley.";
    private static final String REVISION = ".v";

    private final String typeName;
    private final int revision;
    private final Class<? extends ParleyEvent> shape;
    private final String published;
    private final String routed;

    EventType(String typeName, Class<? extends ParleyEvent> shape) {
        this.typeName = typeName;
        this.revision = Revisions.superseded(typeName).size() + 1;
        this.shape = shape;
        this.published = typeName + REVISION + revision;
        this.routed = published.substring(PREFIX.length());
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

    /** What a stored row is read as. */
    public static Class<? extends RecordedShape> shape(String typeName, int revision) {
        return ofName(typeName).shapeOf(revision);
    }

    /** What the data of an envelope is read as, whose type is e.g. {@code parley.conversation.message-sent.v1}. */
    public static Class<? extends RecordedShape> shape(String published) {
        return ofPublished(published).shapeOf(revisionIn(published));
    }

    /** The type an envelope names, in whichever of its revisions. */
    public static EventType ofPublished(String published) {
        int end = published.lastIndexOf(REVISION);
        EventType type = ofName(end < 0 ? published : published.substring(0, end));
        type.shapeOf(revisionIn(published));
        return type;
    }

    /** The type of this name, without a revision. */
    public static EventType ofName(String typeName) {
        for (EventType type : values()) {
            if (type.typeName.equals(typeName)) {
                return type;
            }
        }
        throw new IllegalArgumentException("unknown event type " + typeName);
    }

    private static int revisionIn(String published) {
        int end = published.lastIndexOf(REVISION);
        try {
            return end < 0 ? 0 : Integer.parseInt(published.substring(end + REVISION.length()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("unknown event type " + published, e);
        }
    }

    private Class<? extends RecordedShape> shapeOf(int asked) {
        if (asked < 1 || asked > revision) {
            throw new IllegalArgumentException("unknown event type " + typeName + " revision " + asked);
        }
        return asked == revision ? shape : Revisions.superseded(typeName).get(asked - 1);
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
        return published;
    }

    /** As in a routing key and in a gateway frame: the published name without the product's prefix. */
    public String routed() {
        return routed;
    }
}
