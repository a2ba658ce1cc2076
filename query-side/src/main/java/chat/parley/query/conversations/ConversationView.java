package chat.parley.query.conversations;

import chat.parley.events.Attachment;
import chat.parley.events.CallKind;
import chat.parley.events.ConversationId;
import chat.parley.events.GroupMember;
import chat.parley.events.GroupSettings;
import chat.parley.events.MessageId;
import chat.parley.events.NumberRanges;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import chat.parley.log.guard.Mutes;
import chat.parley.log.guard.Pins;
import chat.parley.log.read.GroupLikeness;
import chat.parley.query.history.Message;
import chat.parley.query.people.Person;
import chat.parley.views.history.ConversationHead;
import chat.parley.views.history.ConversationKind;
import chat.parley.views.history.MentionedIn;
import chat.parley.views.history.Watermarks;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as one of its members sees it.
 *
 * @param name what a group is called; absent in a conversation without a name
 * @param about what a group is for; absent where nobody has said so
 * @param picture which picture a group has; absent where it has none
 * @param settings what a group lets its members do; absent in a conversation of two
 * @param closed whether a group is read only; absent while it is not
 * @param members those who are in it now
 * @param former those who were in it while the viewer was, and are not now: some of what can be read is theirs. Their presence is not told.
 *     Absent where there is nobody
 * @param roles of a group's owners and admins; everyone else in it is a member. Absent in a conversation of two
 * @param unread messages above one's own read watermark, without those in {@code hidden} and in {@code uncounted}; sending counts as reading, and what came before one joined as read
 * @param uncounted the numbers of those messages above it that are deleted or of people whom one blocks, ascending; absent where there is none
 * @param readUpTo one's own
 * @param mentions the unread messages that mention oneself, the first 1,000; not those of people whom one blocks, nor of who was erased
 * @param watermarks what the members tell of how far they are, nobody less than where they joined; one's own alone where they are more than 50
 * @param mutes those who may say nothing in a group; absent where there is nobody
 * @param pins the pinned messages that the viewer can see, the one that was pinned last first
 * @param arrangement one's own; absent where one never arranged it
 * @param hidden what one deleted of it for oneself: to be left out wherever messages are shown. Absent where one never did
 * @param request where what the other writes is a message request, whether one ignores it; absent elsewhere
 */
record ConversationView(
        ConversationId conversation,
        String kind,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String name,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String about,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UploadId picture,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable GroupSettings settings,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean closed,
        List<Person> members,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Person> former,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<GroupMember> roles,
        long lastSequence,
        long lastNumber,
        @Nullable LastMessage lastMessage,
        long unread,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Long> uncounted,
        long readUpTo,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MentionedIn> mentions,
        List<MemberWatermarks> watermarks,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MutedMember> mutes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PinnedMessage> pins,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ArrangementView arrangement,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable HiddenView hidden,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RequestState request,
        Instant startedAt) {

    /** Of what somebody writes who may not at once. */
    enum RequestState {
        PENDING,
        IGNORED;

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The newest message.
     *
     * @param call what kind of call it stands for; absent for what someone wrote
     * @param text null once it is gone
     * @param gone why there is no text any more; absent while there is one
     */
    record LastMessage(
            long number,
            UserId author,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            CallKind call,

            @Nullable String text,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Attachment> attachments,
            @JsonInclude(JsonInclude.Include.NON_NULL) Message.@Nullable Gone gone,
            Instant at) {

        static LastMessage of(Message message) {
            return new LastMessage(
                    message.number(),
                    message.author(),
                    message.call(),
                    message.text(),
                    message.attachments(),
                    message.gone(),
                    message.at());
        }
    }

    /**
     * @param sequence of the message
     * @param pinned the sequence of the event that pinned it
     */
    record PinnedMessage(long number, long sequence, MessageId message, UserId pinnedBy, long pinned) {

        static PinnedMessage of(Pins.Pin pin) {
            return new PinnedMessage(pin.number(), pin.sequence(), pin.message(), pin.pinnedBy(), pin.pinned());
        }
    }

    /** @param until when they may speak again */
    record MutedMember(UserId member, Instant until) {}

    record MemberWatermarks(UserId member, long deliveredUpTo, long readUpTo) {

        static MemberWatermarks of(UserId member, Watermarks watermarks) {
            return new MemberWatermarks(member, watermarks.delivered(), watermarks.read());
        }
    }

    static ConversationView of(
            ConversationHead head,
            GroupLikeness group,
            @Nullable Message lastMessage,
            UserId viewer,
            List<Person> members,
            List<Person> former,
            List<GroupMember> roles,
            Map<UserId, Watermarks> watermarks,
            Set<Long> uncounted,
            List<MentionedIn> mentions,
            List<Mutes.Mute> mutes,
            List<Pins.Pin> pins,
            @Nullable ArrangementView arrangement,
            @Nullable HiddenView hidden,
            @Nullable RequestState request) {
        NumberRanges unseen = hidden == null ? NumberRanges.NONE : hidden.ranges();
        Watermarks own = watermarks.getOrDefault(viewer, Watermarks.NONE);
        return new ConversationView(
                head.conversation(),
                head.kind().code(),
                group.name(),
                group.about(),
                group.picture(),
                head.kind() == ConversationKind.GROUP ? group.settings() : null,
                group.closed(),
                inOrder(members),
                inOrder(former),
                roles,
                head.lastSequence(),
                head.lastNumber(),
                lastMessage == null ? null : LastMessage.of(lastMessage),
                Math.max(
                        0,
                        head.lastNumber()
                                - own.seen()
                                - unseen.between(own.seen(), head.lastNumber())
                                - uncounted.stream()
                                        .filter(number -> !unseen.contains(number))
                                        .count()),
                uncounted.stream().sorted().toList(),
                own.seen(),
                mentions,
                watermarks.entrySet().stream()
                        .sorted(Comparator.comparing(entry -> entry.getKey().value()))
                        .map(entry -> MemberWatermarks.of(entry.getKey(), entry.getValue()))
                        .toList(),
                mutes.stream()
                        .map(each -> new MutedMember(each.member(), each.until()))
                        .toList(),
                pins.stream().map(PinnedMessage::of).toList(),
                arrangement,
                hidden,
                request,
                head.started());
    }

    private static List<Person> inOrder(List<Person> people) {
        return people.stream()
                .sorted(Comparator.comparing(person -> person.user().value()))
                .toList();
    }
}
