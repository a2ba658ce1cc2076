package chat.parley.command.conversation;

import static chat.parley.command.conversation.ConversationEvents.ALICE;
import static chat.parley.command.conversation.ConversationEvents.BOB;
import static chat.parley.command.conversation.ConversationEvents.CAROL;
import static chat.parley.command.conversation.ConversationEvents.CONVERSATION;
import static chat.parley.command.conversation.ConversationEvents.startedBy;

import chat.parley.command.conversation.grouppicture.ChangePicture;
import chat.parley.events.ConversationEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.GroupClosed;
import chat.parley.events.GroupCreated;
import chat.parley.events.GroupDetails;
import chat.parley.events.GroupHistory;
import chat.parley.events.GroupMember;
import chat.parley.events.GroupPictureChanged;
import chat.parley.events.GroupSettings;
import chat.parley.events.GroupSettingsChanged;
import chat.parley.events.MemberRole;
import chat.parley.events.MuteChanged;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Alice owns the group, Bob is an admin of it, Carol a member. */
class GroupPictureTest {

    private static final ConversationId GROUP = new ConversationId(new UUID(0x5000, 1));
    private static final UploadId CAKE = new UploadId(new UUID(0x4000, 1));
    private static final UploadId TEAPOT = new UploadId(new UUID(0x4000, 2));
    private static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");
    private static final GroupCreated CREATED = new GroupCreated(
            GROUP,
            List.of(
                    new GroupMember(ALICE, MemberRole.OWNER),
                    new GroupMember(BOB, MemberRole.ADMIN),
                    new GroupMember(CAROL, MemberRole.MEMBER)),
            ALICE,
            new GroupDetails("Tea party"));
    private static final GroupPictureChanged SHOWN = new GroupPictureChanged(GROUP, ALICE, CAKE);

    private final AggregateTestFixture<Conversation> fixture = new AggregateTestFixture<>(Conversation.class);

    private ResultValidator<Conversation> after(Object command, ConversationEvent... events) {
        List<ConversationEvent> given = new ArrayList<>(List.of(CREATED));
        given.addAll(List.of(events));
        return fixture.given(given).when(command);
    }

    private static ChangeGroup show(UserId asker, @Nullable UploadId picture) {
        return new ChangeGroup(new ChangePicture(GROUP, asker, picture, NOW));
    }

    private static void refused(ResultValidator<Conversation> result, Reason reason) {
        result.expectException(Refused.class)
                .expectExceptionMessage(reason.sentence())
                .expectNoEvents();
    }

    @Test
    void whoeverMayRenameAGroupShowsAnotherPictureOfItOrNone() {
        after(show(ALICE, CAKE)).expectEvents(SHOWN);
        after(show(BOB, TEAPOT), SHOWN).expectEvents(new GroupPictureChanged(GROUP, BOB, TEAPOT));
        after(show(BOB, null), SHOWN).expectEvents(new GroupPictureChanged(GROUP, BOB, null));
        refused(after(show(CAROL, CAKE)), Reason.NOT_PERMITTED);
        refused(after(show(CAROL, null), SHOWN), Reason.NOT_PERMITTED);
        GroupSettingsChanged all = new GroupSettingsChanged(
                GROUP,
                new GroupSettings(MemberRole.ADMIN, MemberRole.MEMBER, MemberRole.MEMBER, GroupHistory.JOINING),
                ALICE);
        after(show(CAROL, CAKE), all).expectEvents(new GroupPictureChanged(GROUP, CAROL, CAKE));
    }

    @Test
    void whatIsShownAlreadyRecordsNothing() {
        after(show(BOB, CAKE), SHOWN).expectSuccessfulHandlerExecution().expectNoEvents();
        after(show(ALICE, null)).expectSuccessfulHandlerExecution().expectNoEvents();
        after(show(ALICE, CAKE), SHOWN, new GroupPictureChanged(GROUP, BOB, null))
                .expectEvents(SHOWN);
    }

    @Test
    void whoeverIsMutedSaysNothingWithAPictureEither() {
        refused(after(show(BOB, CAKE), new MuteChanged(GROUP, BOB, NOW.plusSeconds(1), ALICE)), Reason.MUTED);
        after(show(BOB, CAKE), new MuteChanged(GROUP, BOB, NOW, ALICE))
                .expectEvents(new GroupPictureChanged(GROUP, BOB, CAKE));
    }

    @Test
    void aClosedGroupKeepsItsPicture() {
        refused(after(show(ALICE, TEAPOT), SHOWN, new GroupClosed(GROUP, ALICE)), Reason.GROUP_CLOSED);
        refused(after(show(ALICE, null), SHOWN, new GroupClosed(GROUP, ALICE)), Reason.GROUP_CLOSED);
    }

    @Test
    void strangersShowNothing() {
        refused(after(show(new UserId(new UUID(0, 0xE)), CAKE)), Reason.CONVERSATION_UNKNOWN);
    }

    @Test
    void twoPeopleAreNoGroup() {
        ChangeGroup direct = new ChangeGroup(new ChangePicture(CONVERSATION, ALICE, CAKE, NOW));
        refused(fixture.given(startedBy(ALICE)).when(direct), Reason.NOT_A_GROUP);
    }
}
