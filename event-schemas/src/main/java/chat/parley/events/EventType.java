package chat.parley.events;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The types of events that this build knows, each with its permanent name and current revision. */
public enum EventType {
    ACCOUNT_REGISTERED("parley.account.registered", AccountRegistered.class),
    PROFILE_CHANGED("parley.account.profile-changed", ProfileChanged.class),
    CONTACT_CHANGED("parley.account.contact-changed", ContactChanged.class),
    PRIVACY_CHANGED("parley.account.privacy-changed", PrivacyChanged.class),
    STATUS_CHANGED("parley.account.status-changed", StatusChanged.class),
    AVATAR_CHANGED("parley.account.avatar-changed", AvatarChanged.class),
    ACCOUNT_ERASED("parley.account.erased", AccountErased.class),
    LEGAL_HOLD_PLACED("parley.account.legal-hold-placed", LegalHoldPlaced.class),
    LEGAL_HOLD_LIFTED("parley.account.legal-hold-lifted", LegalHoldLifted.class),
    ACCOUNT_SUSPENDED("parley.account.suspended", AccountSuspended.class),
    SUSPENSION_LIFTED("parley.account.suspension-lifted", SuspensionLifted.class),
    PERSON_BLOCKED("parley.blocks.blocked", PersonBlocked.class),
    PERSON_UNBLOCKED("parley.blocks.unblocked", PersonUnblocked.class),
    FRIENDSHIP_REQUESTED("parley.friendship.requested", FriendshipRequested.class),
    FRIENDSHIP_ACCEPTED("parley.friendship.accepted", FriendshipAccepted.class),
    FRIENDSHIP_REJECTED("parley.friendship.rejected", FriendshipRejected.class),
    FRIENDSHIP_WITHDRAWN("parley.friendship.withdrawn", FriendshipWithdrawn.class),
    FRIENDSHIP_REMOVED("parley.friendship.removed", FriendshipRemoved.class),
    ADMISSION_SOUGHT("parley.admission.sought", AdmissionSought.class),
    ADMISSION_ENDED("parley.admission.ended", AdmissionEnded.class),
    REPORT_FILED("parley.report.filed", ReportFiled.class),
    REPORT_SETTLED("parley.report.settled", ReportSettled.class),
    MESSAGE_REQUEST_ANSWERED("parley.message-requests.answered", MessageRequestAnswered.class),
    MESSAGE_REQUEST_REPORTED("parley.message-requests.reported", MessageRequestReported.class),
    CONVERSATION_ARRANGED("parley.arrangement.changed", ConversationArranged.class),
    MESSAGES_HIDDEN("parley.hidden.changed", MessagesHidden.class),
    THREAD_MARKED("parley.thread.marked", ThreadMarked.class),
    DIRECT_CONVERSATION_STARTED("parley.conversation.direct-started", DirectConversationStarted.class),
    GROUP_CREATED("parley.conversation.group-created", GroupCreated.class),
    MEMBER_ADDED("parley.conversation.member-added", MemberAdded.class),
    MEMBERS_ADDED("parley.conversation.members-added", MembersAdded.class),
    MEMBER_LEFT("parley.conversation.member-left", MemberLeft.class),
    MEMBER_REMOVED("parley.conversation.member-removed", MemberRemoved.class),
    ROLES_CHANGED("parley.conversation.roles-changed", RolesChanged.class),
    MUTE_CHANGED("parley.conversation.mute-changed", MuteChanged.class),
    GROUP_DETAILS_CHANGED("parley.conversation.group-details-changed", GroupDetailsChanged.class),
    GROUP_PICTURE_CHANGED("parley.conversation.group-picture-changed", GroupPictureChanged.class),
    GROUP_SETTINGS_CHANGED("parley.conversation.group-settings-changed", GroupSettingsChanged.class),
    GROUP_CLOSED("parley.conversation.group-closed", GroupClosed.class),
    GROUP_DELETED("parley.conversation.group-deleted", GroupDeleted.class),
    GROUP_FORGOTTEN("parley.conversation.group-forgotten", GroupForgotten.class),
    JOIN_LINK_MADE("parley.conversation.join-link-made", JoinLinkMade.class),
    JOIN_LINK_REVOKED("parley.conversation.join-link-revoked", JoinLinkRevoked.class),
    MESSAGE_SENT("parley.conversation.message-sent", MessageSent.class),
    REPLY_SENT("parley.conversation.reply-sent", ReplySent.class),
    MESSAGE_EDITED("parley.conversation.message-edited", MessageEdited.class),
    MESSAGE_DELETED("parley.conversation.message-deleted", MessageDeleted.class),
    MESSAGE_PINNED("parley.conversation.message-pinned", MessagePinned.class),
    MESSAGE_UNPINNED("parley.conversation.message-unpinned", MessageUnpinned.class),
    CALL_CHANGED("parley.conversation.call-changed", CallChanged.class),
    REACTIONS_CHANGED("parley.conversation.reactions-changed", ReactionsChanged.class),
    MESSAGES_DELIVERED("parley.read-cursor.delivered", MessagesDelivered.class),
    MESSAGES_READ("parley.read-cursor.read", MessagesRead.class);

    private static final Map<String, EventType> BY_NAME = new HashMap<>();
    private static final Map<Class<?>, EventType> BY_SHAPE = new HashMap<>();

    static {
        for (EventType type : values()) {
            BY_NAME.put(type.typeName(), type);
            BY_SHAPE.put(type.shape, type);
        }
    }

    private final String typeName;
    private final int revision;
    private final Class<? extends ParleyEvent> shape;
    private final String published;
    private final String routed;

    EventType(String typeName, Class<? extends ParleyEvent> shape) {
        this.typeName = typeName;
        this.revision = Revisions.superseded(typeName).size() + 1;
        this.shape = shape;
        this.published = eventName().published();
        this.routed = eventName().routed();
    }

    /** @throws IllegalArgumentException for an {@link UnknownEvent} */
    public static EventType of(ParleyEvent event) {
        EventType type = BY_SHAPE.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException("no type is known here of " + EventName.of(event));
        }
        return type;
    }

    /** The class that the JSON of an event with this name is read as; empty if the type or revision is unknown. */
    public static Optional<Class<? extends RecordedShape>> shapeOf(EventName name) {
        return ofName(name.type()).flatMap(type -> type.shapeOf(name.revision()));
    }

    /** The types that a conversation shows between its messages. */
    public static List<EventType> notices() {
        return Stream.of(values())
                .filter(type -> Notice.class.isAssignableFrom(type.shape))
                .toList();
    }

    /** The type with this name, without a revision; empty if it is unknown. */
    public static Optional<EventType> ofName(String typeName) {
        return Optional.ofNullable(BY_NAME.get(typeName));
    }

    private Optional<Class<? extends RecordedShape>> shapeOf(int asked) {
        if (asked > revision) {
            return Optional.empty();
        }
        return Optional.of(
                asked == revision ? shape : Revisions.superseded(typeName).get(asked - 1));
    }

    /** The current name of events of this type. */
    public EventName eventName() {
        return new EventName(typeName, revision);
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

    /** The form in routing keys and gateway frames: the published name without the product's prefix. */
    public String routed() {
        return routed;
    }
}
