package chat.parley.command.conversation;

import static chat.parley.command.conversation.ConversationEvents.ALICE;
import static chat.parley.command.conversation.ConversationEvents.BOB;
import static chat.parley.command.conversation.ConversationEvents.CAROL;
import static chat.parley.command.conversation.ConversationEvents.message;
import static chat.parley.command.conversation.ConversationEvents.startedBy;

import chat.parley.command.conversation.addmember.AddMember;
import chat.parley.command.conversation.changerole.ChangeRole;
import chat.parley.command.conversation.changerole.HandOver;
import chat.parley.command.conversation.closegroup.CloseGroup;
import chat.parley.command.conversation.deletemessage.DeleteMessage;
import chat.parley.command.conversation.groupdetails.ChangeDetails;
import chat.parley.command.conversation.groupsettings.ChangeSettings;
import chat.parley.command.conversation.removemember.RemoveMember;
import chat.parley.command.conversation.sendmessage.SendMessage;
import chat.parley.events.ConversationEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.GroupClosed;
import chat.parley.events.GroupCreated;
import chat.parley.events.GroupDetails;
import chat.parley.events.GroupDetailsChanged;
import chat.parley.events.GroupHistory;
import chat.parley.events.GroupMember;
import chat.parley.events.GroupSettings;
import chat.parley.events.GroupSettingsChanged;
import chat.parley.events.MemberAdded;
import chat.parley.events.MemberLeft;
import chat.parley.events.MemberRemoved;
import chat.parley.events.MemberRole;
import chat.parley.events.Mention;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageDeleted;
import chat.parley.events.MessageEdited;
import chat.parley.events.MessageSent;
import chat.parley.events.RolesChanged;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

/** Alice owns the group, Bob is an admin of it, Carol and Dave are members. */
class GroupRightsTest {

    private static final ConversationId GROUP = new ConversationId(new UUID(0x5000, 1));
    private static final UserId DAVE = new UserId(new UUID(0, 0xD));
    private static final UserId ERIN = new UserId(new UUID(0, 0xE));
    private static final GroupDetails RENAMED = new GroupDetails("Coffee party", "At five");
    private static final GroupCreated CREATED = new GroupCreated(
            GROUP,
            List.of(
                    new GroupMember(ALICE, MemberRole.OWNER),
                    new GroupMember(BOB, MemberRole.ADMIN),
                    new GroupMember(CAROL, MemberRole.MEMBER),
                    new GroupMember(DAVE, MemberRole.MEMBER)),
            ALICE,
            new GroupDetails("Tea party"));

    private final AggregateTestFixture<Conversation> fixture = new AggregateTestFixture<>(Conversation.class);

    private ResultValidator<Conversation> after(Object command, ConversationEvent... events) {
        List<ConversationEvent> given = new ArrayList<>(List.of(CREATED));
        given.addAll(List.of(events));
        return fixture.given(given).when(command);
    }

    private static ChangeGroup role(UserId asker, UserId member, MemberRole role) {
        return new ChangeGroup(new ChangeRole(GROUP, asker, member, role));
    }

    private static ChangeGroup handOver(UserId asker, UserId successor) {
        return new ChangeGroup(new HandOver(GROUP, asker, successor));
    }

    private static ChangeGroup rename(UserId asker) {
        return new ChangeGroup(new ChangeDetails(GROUP, asker, RENAMED, Instant.MAX));
    }

    private static ChangeGroup close(UserId asker) {
        return new ChangeGroup(new CloseGroup(GROUP, asker));
    }

    private static ChangeGroup set(UserId asker, GroupSettings settings) {
        return new ChangeGroup(new ChangeSettings(GROUP, asker, settings));
    }

    private static RolesChanged changed(UserId by, UserId member, MemberRole role) {
        return new RolesChanged(GROUP, List.of(new GroupMember(member, role)), by);
    }

    private static GroupSettings settings(MemberRole add, MemberRole write, MemberRole edit) {
        return new GroupSettings(add, write, edit, GroupHistory.JOINING);
    }

    private static GroupSettings history(GroupHistory history) {
        return new GroupSettings(MemberRole.ADMIN, MemberRole.MEMBER, MemberRole.ADMIN, history);
    }

    private static GroupSettingsChanged set(GroupSettings settings) {
        return new GroupSettingsChanged(GROUP, settings, ALICE);
    }

    private static SendMessage send(UserId author) {
        return new SendMessage(
                GROUP, author, message(2), null, false, new MessageContent("hello"), Set.of(), Instant.MAX);
    }

    private static MessageSent sent(long number, UserId author) {
        return new MessageSent(GROUP, number, author, message(number), new MessageContent("hello"));
    }

    private static RemoveMember remove(UserId asker, UserId member) {
        return new RemoveMember(GROUP, asker, member);
    }

    private static void refused(ResultValidator<Conversation> result, Reason reason) {
        result.expectException(Refused.class)
                .expectExceptionMessage(reason.sentence())
                .expectNoEvents();
    }

    private static void nothing(ResultValidator<Conversation> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void whoLeadsAGroupGivesRolesUpToTheirOwnToThoseBelow() {
        after(role(ALICE, CAROL, MemberRole.OWNER)).expectEvents(changed(ALICE, CAROL, MemberRole.OWNER));
        after(role(BOB, CAROL, MemberRole.ADMIN)).expectEvents(changed(BOB, CAROL, MemberRole.ADMIN));
        refused(after(role(BOB, CAROL, MemberRole.OWNER)), Reason.NOT_PERMITTED);
        refused(after(role(CAROL, DAVE, MemberRole.ADMIN)), Reason.NOT_PERMITTED);
        refused(after(role(CAROL, CAROL, MemberRole.ADMIN)), Reason.NOT_PERMITTED);
    }

    @Test
    void nobodyActsOnSomeoneWhoseRoleIsNotBelowTheirsButOwnersOnEachOther() {
        refused(after(role(BOB, ALICE, MemberRole.MEMBER)), Reason.NOT_PERMITTED);
        refused(
                after(role(BOB, CAROL, MemberRole.MEMBER), changed(ALICE, CAROL, MemberRole.ADMIN)),
                Reason.NOT_PERMITTED);
        refused(after(remove(BOB, CAROL), changed(ALICE, CAROL, MemberRole.ADMIN)), Reason.NOT_PERMITTED);
        after(role(CAROL, ALICE, MemberRole.MEMBER), changed(ALICE, CAROL, MemberRole.OWNER))
                .expectEvents(changed(CAROL, ALICE, MemberRole.MEMBER));
        after(remove(CAROL, ALICE), changed(ALICE, CAROL, MemberRole.OWNER))
                .expectEvents(new MemberRemoved(GROUP, ALICE, CAROL));
    }

    @Test
    void whoHasARoleAlreadyIsGivenItWithoutARecord() {
        nothing(after(role(ALICE, BOB, MemberRole.ADMIN)));
        nothing(after(handOver(ALICE, ALICE)));
    }

    @Test
    void aGroupKeepsAnOwner() {
        refused(after(role(ALICE, ALICE, MemberRole.MEMBER)), Reason.LAST_OWNER);
        refused(after(remove(ALICE, ALICE)), Reason.LAST_OWNER);
        RolesChanged two = changed(ALICE, CAROL, MemberRole.OWNER);
        after(role(ALICE, ALICE, MemberRole.ADMIN), two).expectEvents(changed(ALICE, ALICE, MemberRole.ADMIN));
        after(remove(ALICE, ALICE), two).expectEvents(new MemberLeft(GROUP, ALICE));
        refused(after(remove(CAROL, CAROL), two, new MemberLeft(GROUP, ALICE)), Reason.LAST_OWNER);
    }

    @Test
    void anOwnerHandsTheGroupOver() {
        RolesChanged over = new RolesChanged(
                GROUP,
                List.of(new GroupMember(CAROL, MemberRole.OWNER), new GroupMember(ALICE, MemberRole.ADMIN)),
                ALICE);
        after(handOver(ALICE, CAROL)).expectEvents(over);
        after(remove(ALICE, ALICE), over).expectEvents(new MemberLeft(GROUP, ALICE));
        refused(after(handOver(ALICE, CAROL), over), Reason.NOT_PERMITTED);
        refused(after(handOver(BOB, CAROL)), Reason.NOT_PERMITTED);
        refused(after(handOver(ALICE, ERIN)), Reason.MEMBER_UNKNOWN);
    }

    @Test
    void whoWasRemovedComesBackAsAMember() {
        after(new AddMember(GROUP, ALICE, BOB), new MemberRemoved(GROUP, BOB, ALICE))
                .expectEvents(new MemberAdded(GROUP, BOB, MemberRole.MEMBER, ALICE, 0));
    }

    @Test
    void aStrangerIsToldNothingAndGetsNoRole() {
        refused(after(role(ERIN, CAROL, MemberRole.ADMIN)), Reason.CONVERSATION_UNKNOWN);
        refused(after(rename(ERIN)), Reason.CONVERSATION_UNKNOWN);
        refused(after(close(ERIN)), Reason.CONVERSATION_UNKNOWN);
        refused(after(role(ALICE, ERIN, MemberRole.ADMIN)), Reason.MEMBER_UNKNOWN);
    }

    @Test
    void aConversationOfTwoIsNotClosed() {
        ConversationId direct = ConversationEvents.CONVERSATION;
        refused(
                fixture.given(startedBy(ALICE)).when(new ChangeGroup(new CloseGroup(direct, ALICE))),
                Reason.NOT_A_GROUP);
    }

    @Test
    void adminsRenameAGroupUnlessItsSettingsSayOtherwise() {
        after(rename(BOB)).expectEvents(new GroupDetailsChanged(GROUP, BOB, RENAMED));
        refused(after(rename(CAROL)), Reason.NOT_PERMITTED);
        after(rename(CAROL), set(settings(MemberRole.ADMIN, MemberRole.MEMBER, MemberRole.MEMBER)))
                .expectEvents(new GroupDetailsChanged(GROUP, CAROL, RENAMED));
        refused(
                after(rename(BOB), set(settings(MemberRole.ADMIN, MemberRole.MEMBER, MemberRole.OWNER))),
                Reason.NOT_PERMITTED);
    }

    @Test
    void ownersChangeTheSettings() {
        GroupSettings open = settings(MemberRole.MEMBER, MemberRole.MEMBER, MemberRole.MEMBER);
        after(set(ALICE, open)).expectEvents(set(open));
        nothing(after(set(ALICE, open), set(open)));
        refused(after(set(BOB, open)), Reason.NOT_PERMITTED);
    }

    @Test
    void whoMayAddAndWriteIsASetting() {
        AddMember add = new AddMember(GROUP, CAROL, ERIN);
        refused(after(add), Reason.NOT_PERMITTED);
        after(add, set(settings(MemberRole.MEMBER, MemberRole.MEMBER, MemberRole.ADMIN)))
                .expectEvents(new MemberAdded(GROUP, ERIN, MemberRole.MEMBER, CAROL, 0));
        GroupSettingsChanged readOnly = set(settings(MemberRole.ADMIN, MemberRole.ADMIN, MemberRole.ADMIN));
        refused(after(send(CAROL), sent(1, ALICE), readOnly), Reason.NOT_PERMITTED);
        after(send(BOB), sent(1, ALICE), readOnly)
                .expectEvents(new MessageSent(GROUP, 2, BOB, message(2), new MessageContent("hello")));
    }

    @Test
    void whoMayNotWriteDoesNotEditEitherButReactsAndDeletes() {
        GroupSettingsChanged readOnly = set(settings(MemberRole.ADMIN, MemberRole.ADMIN, MemberRole.ADMIN));
        MessageSent own = sent(1, CAROL);
        refused(
                after(new AnnotateMessage(new Said(CAROL, own, true, false), Instant.MAX), own, readOnly),
                Reason.NOT_PERMITTED);
        after(new AnnotateMessage(new Said(CAROL, own, false, false), Instant.MAX), own, readOnly)
                .expectSuccessfulHandlerExecution();
        after(new DeleteMessage(CAROL, 1, own), own, readOnly)
                .expectEvents(new MessageDeleted(GROUP, 1, 1, message(1), CAROL));
    }

    @Test
    void whoLeadsAGroupDeletesWhatThoseBelowThemWrote() {
        MessageSent carols = sent(1, CAROL);
        after(new DeleteMessage(BOB, 1, carols), carols)
                .expectEvents(new MessageDeleted(GROUP, 1, 1, message(1), CAROL, BOB));
        after(new DeleteMessage(ALICE, 1, sent(1, BOB)), sent(1, BOB))
                .expectEvents(new MessageDeleted(GROUP, 1, 1, message(1), BOB, ALICE));
        after(new DeleteMessage(BOB, 1, carols), carols, new MemberLeft(GROUP, CAROL))
                .expectEvents(new MessageDeleted(GROUP, 1, 1, message(1), CAROL, BOB));
        refused(after(new DeleteMessage(BOB, 1, sent(1, ALICE)), sent(1, ALICE)), Reason.NOT_THE_AUTHOR);
        refused(after(new DeleteMessage(DAVE, 1, carols), carols), Reason.NOT_THE_AUTHOR);
    }

    @Test
    void whoIsAddedReadsWhatWasSaidSinceTheGroupShowsItsHistory() {
        GroupSettingsChanged shown = set(history(GroupHistory.START));
        AddMember add = new AddMember(GROUP, ALICE, ERIN);
        after(add, sent(1, ALICE), shown, sent(2, ALICE))
                .expectEvents(new MemberAdded(GROUP, ERIN, MemberRole.MEMBER, ALICE, 2, 2L, null));
        GroupSettings other =
                new GroupSettings(MemberRole.MEMBER, MemberRole.MEMBER, MemberRole.ADMIN, GroupHistory.START);
        after(add, shown, sent(1, ALICE), set(other))
                .expectEvents(new MemberAdded(GROUP, ERIN, MemberRole.MEMBER, ALICE, 1, 1L, null));
    }

    @Test
    void whatWasSaidWhileAGroupHidItsHistoryStaysHidden() {
        AddMember add = new AddMember(GROUP, ALICE, ERIN);
        GroupSettingsChanged shown = set(history(GroupHistory.START));
        GroupSettingsChanged hidden = set(history(GroupHistory.JOINING));
        after(add, shown, sent(1, ALICE), hidden)
                .expectEvents(new MemberAdded(GROUP, ERIN, MemberRole.MEMBER, ALICE, 1));
        after(add, shown, sent(1, ALICE), hidden, sent(2, ALICE), shown)
                .expectEvents(new MemberAdded(GROUP, ERIN, MemberRole.MEMBER, ALICE, 2, 5L, null));
    }

    @Test
    void anOwnerClosesAGroupOnce() {
        GroupClosed closed = new GroupClosed(GROUP, ALICE);
        after(close(ALICE)).expectEvents(closed);
        nothing(after(close(ALICE), closed));
        refused(after(close(BOB)), Reason.NOT_PERMITTED);
    }

    @Test
    void inAClosedGroupNothingHappensAnyMore() {
        GroupClosed closed = new GroupClosed(GROUP, ALICE);
        MessageSent own = sent(1, ALICE);
        refused(after(send(ALICE), own, closed), Reason.GROUP_CLOSED);
        refused(after(new AddMember(GROUP, ALICE, ERIN), closed), Reason.GROUP_CLOSED);
        refused(after(rename(ALICE), closed), Reason.GROUP_CLOSED);
        refused(after(role(ALICE, CAROL, MemberRole.ADMIN), closed), Reason.GROUP_CLOSED);
        refused(after(set(ALICE, history(GroupHistory.START)), closed), Reason.GROUP_CLOSED);
        refused(
                after(new AnnotateMessage(new Said(ALICE, own, true, false), Instant.MAX), own, closed),
                Reason.GROUP_CLOSED);
        refused(
                after(new AnnotateMessage(new Said(ALICE, own, false, false), Instant.MAX), own, closed),
                Reason.GROUP_CLOSED);
    }

    @Test
    void fromAClosedGroupOneTakesBackWhatOneSaidAndLeaves() {
        GroupClosed closed = new GroupClosed(GROUP, ALICE);
        MessageSent own = sent(1, ALICE);
        after(new DeleteMessage(ALICE, 1, own), own, closed)
                .expectEvents(new MessageDeleted(GROUP, 1, 1, message(1), ALICE));
        after(new AnnotateMessage(new Said(ALICE, own, false, true), Instant.MAX), own, closed)
                .expectSuccessfulHandlerExecution();
        after(remove(ALICE, ALICE), closed).expectEvents(new MemberLeft(GROUP, ALICE));
    }

    /** An annotation of a kind that does or does not write. */
    private record Said(UserId member, MessageSent message, boolean writes, boolean takesBack)
            implements MessageAnnotation {

        @Override
        public long upTo() {
            return Long.MAX_VALUE;
        }

        @Override
        public boolean changesNothing() {
            return false;
        }

        @Override
        public MessageEdited said() {
            return new MessageEdited(
                    GROUP, message.number(), 1, message.message(), member, new MessageContent("changed"));
        }
    }

    @Test
    void everyoneIsMentionedAtOnceByThoseWhoseRoleMay() {
        MessageContent all = new MessageContent("@all", List.of(new Mention(UserId.EVERYONE, 0, 4)));
        GroupSettings leaders = new GroupSettings(
                MemberRole.ADMIN, MemberRole.MEMBER, MemberRole.ADMIN, GroupHistory.JOINING, null, MemberRole.ADMIN);
        after(say(CAROL, all)).expectEvents(new MessageSent(GROUP, 1, CAROL, message(2), all));
        after(say(CAROL, all), set(leaders))
                .expectEvents(new MessageSent(GROUP, 1, CAROL, message(2), new MessageContent("@all")));
        after(say(ALICE, all), set(leaders)).expectEvents(new MessageSent(GROUP, 1, ALICE, message(2), all));
    }

    private static SendMessage say(UserId author, MessageContent content) {
        return new SendMessage(GROUP, author, message(2), null, false, content, Set.of(), Instant.MAX);
    }
}
