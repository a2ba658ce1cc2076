package chat.parley.command.conversation;

import static chat.parley.command.conversation.ConversationEvents.ALICE;
import static chat.parley.command.conversation.ConversationEvents.BOB;
import static chat.parley.command.conversation.ConversationEvents.message;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.conversation.deletegroup.DeleteGroup;
import chat.parley.command.conversation.deletegroup.ForgetDeleted;
import chat.parley.command.conversation.sendmessage.SendMessage;
import chat.parley.events.ConversationEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.GroupClosed;
import chat.parley.events.GroupCreated;
import chat.parley.events.GroupDeleted;
import chat.parley.events.GroupDetails;
import chat.parley.events.GroupForgotten;
import chat.parley.events.GroupMember;
import chat.parley.events.MemberRole;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageSent;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

/** Alice owns the group, Bob is an admin of it. */
class GroupDeletionTest {

    private static final ConversationId GROUP = new ConversationId(new UUID(0x5000, 1));
    private static final GroupCreated CREATED = new GroupCreated(
            GROUP,
            List.of(new GroupMember(ALICE, MemberRole.OWNER), new GroupMember(BOB, MemberRole.ADMIN)),
            ALICE,
            new GroupDetails("Tea party"));
    private static final MessageSent HELLO = new MessageSent(GROUP, 1, BOB, message(1), new MessageContent("hello"));
    private static final GroupClosed CLOSED = new GroupClosed(GROUP, ALICE);
    private static final GroupDeleted DELETED = new GroupDeleted(GROUP, List.of(ALICE, BOB), ALICE);

    private final AggregateTestFixture<Conversation> fixture = new AggregateTestFixture<>(Conversation.class);

    private ResultValidator<Conversation> after(Object command, ConversationEvent... events) {
        return fixture.given((Object[]) events).when(command);
    }

    private static void refused(ResultValidator<Conversation> result, Reason reason) {
        result.expectException(Refused.class)
                .expectExceptionMessage(reason.sentence())
                .expectNoEvents();
    }

    @Test
    void anOwnerDeletesAClosedGroupAndEveryoneLeavesIt() {
        after(new ChangeGroup(new DeleteGroup(GROUP, ALICE)), CREATED, HELLO, CLOSED)
                .expectEvents(DELETED);
        refused(after(new ChangeGroup(new DeleteGroup(GROUP, ALICE)), CREATED, HELLO), Reason.GROUP_OPEN);
        refused(after(new ChangeGroup(new DeleteGroup(GROUP, BOB)), CREATED, HELLO, CLOSED), Reason.NOT_PERMITTED);
        refused(
                after(new ChangeGroup(new DeleteGroup(GROUP, ALICE)), CREATED, HELLO, CLOSED, DELETED),
                Reason.CONVERSATION_UNKNOWN);
        refused(
                after(
                        new SendMessage(GROUP, BOB, message(2), new MessageContent("still there?")),
                        CREATED,
                        HELLO,
                        CLOSED,
                        DELETED),
                Reason.CONVERSATION_UNKNOWN);
    }

    @Test
    void itIsForgottenPartByPartUpToItsDeletionAndNoFurther() {
        GroupForgotten first = new GroupForgotten(GROUP, 0, 1, ALICE);
        after(new ForgetDeleted(GROUP, 2), CREATED, HELLO, CLOSED, DELETED).expectEvents(first);
        after(new ForgetDeleted(GROUP, 2), CREATED, HELLO, CLOSED, DELETED, first)
                .expectEvents(new GroupForgotten(GROUP, 2, 2, ALICE));
        after(
                        new ForgetDeleted(GROUP, 2),
                        CREATED,
                        HELLO,
                        CLOSED,
                        DELETED,
                        first,
                        new GroupForgotten(GROUP, 2, 2, ALICE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        after(new ForgetDeleted(GROUP, 2), CREATED, HELLO, CLOSED)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aSnapshotKeepsHowFarItIsForgotten() {
        Conversation conversation = new Conversation();
        conversation.on(CREATED, 0, Instant.EPOCH);
        conversation.on(CLOSED, 1, Instant.EPOCH);
        conversation.on(DELETED, 2, Instant.EPOCH);
        conversation.on(new GroupForgotten(GROUP, 0, 0, ALICE), 3, Instant.EPOCH);
        assertThat(conversation.state().deletion()).contains(new Deletion(2, ALICE, 0));
        assertThat(conversation.state().members()).isEmpty();
        assertThat(new Conversation(conversation.state()).state()).isEqualTo(conversation.state());
    }
}
