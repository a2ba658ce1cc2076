package chat.parley.command.conversation;

import static chat.parley.command.conversation.ConversationEvents.ALICE;
import static chat.parley.command.conversation.ConversationEvents.BOB;
import static chat.parley.command.conversation.ConversationEvents.CAROL;
import static chat.parley.command.conversation.ConversationEvents.message;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.conversation.deletemessage.DeleteMessage;
import chat.parley.command.conversation.editmessage.EditMessage;
import chat.parley.command.conversation.groupdetails.ChangeDetails;
import chat.parley.command.conversation.mute.ChangeMute;
import chat.parley.command.conversation.pin.PinMessage;
import chat.parley.command.conversation.react.React;
import chat.parley.command.conversation.react.React.Emoji;
import chat.parley.command.conversation.sendmessage.SendMessage;
import chat.parley.events.ConversationEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.GroupClosed;
import chat.parley.events.GroupCreated;
import chat.parley.events.GroupDetails;
import chat.parley.events.GroupHistory;
import chat.parley.events.GroupMember;
import chat.parley.events.GroupSettings;
import chat.parley.events.GroupSettingsChanged;
import chat.parley.events.MemberAdded;
import chat.parley.events.MemberLeft;
import chat.parley.events.MemberRole;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageDeleted;
import chat.parley.events.MessageSent;
import chat.parley.events.MuteChanged;
import chat.parley.events.RolesChanged;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Alice owns the group, Bob is an admin of it, Carol and Dave are members. */
class MuteTest {

    private static final ConversationId GROUP = new ConversationId(new UUID(0x5000, 1));
    private static final UserId DAVE = new UserId(new UUID(0, 0xD));
    private static final Instant UNTIL = Instant.parse("2100-01-01T00:00:00Z");
    private static final Instant BEFORE = UNTIL.minusSeconds(1);
    private static final GroupCreated CREATED = new GroupCreated(
            GROUP,
            List.of(
                    new GroupMember(ALICE, MemberRole.OWNER),
                    new GroupMember(BOB, MemberRole.ADMIN),
                    new GroupMember(CAROL, MemberRole.MEMBER),
                    new GroupMember(DAVE, MemberRole.MEMBER)),
            ALICE,
            new GroupDetails("Tea party"));
    private static final MessageSent OWN = new MessageSent(GROUP, 1, CAROL, message(1), new MessageContent("rude"));
    private static final MuteChanged MUTED = new MuteChanged(GROUP, CAROL, UNTIL, BOB);

    private final AggregateTestFixture<Conversation> fixture = new AggregateTestFixture<>(Conversation.class);

    private ResultValidator<Conversation> after(Object command, ConversationEvent... events) {
        List<ConversationEvent> given = new ArrayList<>(List.of(CREATED, OWN));
        given.addAll(List.of(events));
        return fixture.given(given).when(command);
    }

    private static ChangeGroup mute(UserId asker, UserId member, @Nullable Instant until) {
        return new ChangeGroup(new ChangeMute(GROUP, asker, member, until));
    }

    private static SendMessage send(UserId author, Instant now) {
        return new SendMessage(GROUP, author, message(2), null, false, new MessageContent("more"), Set.of(), now);
    }

    private static AnnotateMessage edit(Instant now) {
        return new AnnotateMessage(
                new EditMessage(CAROL, 1, OWN, Optional.empty(), 1, 9, new MessageContent("ruder"), 1), now);
    }

    private static AnnotateMessage react(boolean present, Instant now) {
        return new AnnotateMessage(new React(CAROL, 1, OWN, List.of(), 9, new Emoji("👍"), present), now);
    }

    private static RolesChanged role(UserId member, MemberRole role) {
        return new RolesChanged(GROUP, List.of(new GroupMember(member, role)), ALICE);
    }

    private static void refused(ResultValidator<Conversation> result, Reason reason) {
        result.expectException(Refused.class)
                .expectExceptionMessage(reason.sentence())
                .expectNoEvents();
    }

    @Test
    void whoLeadsAGroupMutesThoseBelowAndLetsThemSpeakAgain() {
        after(mute(BOB, CAROL, UNTIL)).expectEvents(MUTED);
        after(mute(ALICE, BOB, UNTIL)).expectEvents(new MuteChanged(GROUP, BOB, UNTIL, ALICE));
        after(mute(ALICE, CAROL, null), MUTED).expectEvents(new MuteChanged(GROUP, CAROL, null, ALICE));
        after(mute(ALICE, CAROL, BEFORE), MUTED).expectEvents(new MuteChanged(GROUP, CAROL, BEFORE, ALICE));
    }

    @Test
    void whatIsSoAlreadyRecordsNothing() {
        after(mute(ALICE, CAROL, UNTIL), MUTED)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        after(mute(ALICE, CAROL, null)).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void nobodyMutesWhomTheyDoNotLeadNorAnOwnerNorThemselves() {
        refused(after(mute(DAVE, CAROL, UNTIL)), Reason.NOT_PERMITTED);
        refused(after(mute(BOB, ALICE, UNTIL)), Reason.NOT_PERMITTED);
        refused(after(mute(BOB, CAROL, UNTIL), role(CAROL, MemberRole.ADMIN)), Reason.NOT_PERMITTED);
        refused(after(mute(ALICE, CAROL, UNTIL), role(CAROL, MemberRole.OWNER)), Reason.NOT_PERMITTED);
        refused(after(mute(BOB, BOB, null), new MuteChanged(GROUP, BOB, UNTIL, ALICE)), Reason.NOT_PERMITTED);
        refused(after(mute(BOB, CAROL, null), MUTED, role(CAROL, MemberRole.ADMIN)), Reason.NOT_PERMITTED);
        refused(after(mute(ALICE, new UserId(new UUID(0, 0xF)), UNTIL)), Reason.MEMBER_UNKNOWN);
        refused(after(mute(new UserId(new UUID(0, 0xF)), CAROL, UNTIL)), Reason.CONVERSATION_UNKNOWN);
        refused(after(mute(ALICE, CAROL, UNTIL), new GroupClosed(GROUP, ALICE)), Reason.GROUP_CLOSED);
    }

    @Test
    void whoIsMutedSaysNothingInAnyWay() {
        refused(after(send(CAROL, BEFORE), MUTED), Reason.MUTED);
        refused(after(edit(BEFORE), MUTED), Reason.MUTED);
        refused(after(react(true, BEFORE), MUTED), Reason.MUTED);
        refused(
                after(new PinMessage(BOB, 1, OWN, true, BEFORE), new MuteChanged(GROUP, BOB, UNTIL, ALICE)),
                Reason.MUTED);
        refused(
                after(
                        new ChangeGroup(new ChangeDetails(GROUP, CAROL, new GroupDetails("rude"), BEFORE)),
                        new GroupSettingsChanged(
                                GROUP,
                                new GroupSettings(
                                        MemberRole.ADMIN, MemberRole.MEMBER, MemberRole.MEMBER, GroupHistory.JOINING),
                                ALICE),
                        MUTED),
                Reason.MUTED);
    }

    @Test
    void whatWasSentBeforeTheMuteIsAnsweredAsItWas() {
        MessageSent sent = new MessageSent(GROUP, 2, CAROL, message(2), new MessageContent("more"));
        after(send(CAROL, BEFORE), sent, MUTED)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void whoIsMutedTakesBackWhatTheySaid() {
        after(new DeleteMessage(CAROL, 1, OWN), MUTED)
                .expectEvents(new MessageDeleted(GROUP, 1, 1, message(1), CAROL, null));
        after(react(false, BEFORE), MUTED).expectSuccessfulHandlerExecution();
    }

    @Test
    void aMuteEndsByItselfOrIsLifted() {
        after(send(CAROL, UNTIL), MUTED).expectSuccessfulHandlerExecution();
        after(send(CAROL, BEFORE), MUTED, new MuteChanged(GROUP, CAROL, null, ALICE))
                .expectSuccessfulHandlerExecution();
        after(send(DAVE, BEFORE), MUTED).expectSuccessfulHandlerExecution();
    }

    @Test
    void comingBackDoesNotEndAMuteAndBecomingAnOwnerDoes() {
        refused(
                after(
                        send(CAROL, BEFORE),
                        MUTED,
                        new MemberLeft(GROUP, CAROL),
                        new MemberAdded(GROUP, CAROL, MemberRole.MEMBER, ALICE, 1, null, null)),
                Reason.MUTED);
        refused(after(send(CAROL, BEFORE), MUTED, role(CAROL, MemberRole.ADMIN)), Reason.MUTED);
        after(send(CAROL, BEFORE), MUTED, role(CAROL, MemberRole.OWNER)).expectSuccessfulHandlerExecution();
    }

    @Test
    void aSnapshotKeepsWhoIsMuted() {
        Conversation conversation = new Conversation();
        conversation.on(CREATED, 0, Instant.EPOCH);
        conversation.on(MUTED, 1, Instant.EPOCH);
        assertThat(conversation.state().muted()).containsExactly(new MutedMember(CAROL, UNTIL));
        assertThat(new Conversation(conversation.state()).state()).isEqualTo(conversation.state());
        conversation.on(new MuteChanged(GROUP, DAVE, null, ALICE), 2, UNTIL);
        assertThat(conversation.state().muted()).as("what is over is forgotten").isEmpty();
    }
}
