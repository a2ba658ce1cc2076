package chat.parley.command.conversation;

import static chat.parley.command.conversation.ConversationEvents.ALICE;
import static chat.parley.command.conversation.ConversationEvents.BOB;
import static chat.parley.command.conversation.ConversationEvents.CAROL;
import static chat.parley.command.conversation.ConversationEvents.message;
import static chat.parley.command.conversation.ConversationEvents.startedBy;

import chat.parley.command.admission.JoinInvited;
import chat.parley.command.conversation.addmember.AddMember;
import chat.parley.command.conversation.creategroup.CreateGroup;
import chat.parley.command.conversation.removemember.RemoveMember;
import chat.parley.command.conversation.sendmessage.SendMessage;
import chat.parley.events.ConversationId;
import chat.parley.events.GroupClosed;
import chat.parley.events.GroupCreated;
import chat.parley.events.GroupDetails;
import chat.parley.events.GroupMember;
import chat.parley.events.MemberAdded;
import chat.parley.events.MemberLeft;
import chat.parley.events.MemberRemoved;
import chat.parley.events.MemberRole;
import chat.parley.events.MembersAdded;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageSent;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

class GroupTest {

    private static final ConversationId GROUP = new ConversationId(new UUID(0x5000, 1));
    private static final GroupDetails NAMED = new GroupDetails("Tea party");
    private static final UserId DAVE = new UserId(new UUID(0, 0xD));

    private final AggregateTestFixture<Conversation> fixture = new AggregateTestFixture<>(Conversation.class);

    private static GroupCreated created(GroupMember... members) {
        return new GroupCreated(GROUP, List.of(members), ALICE, NAMED);
    }

    /** Alice is its owner, Bob a member. */
    private static GroupCreated created() {
        return created(new GroupMember(ALICE, MemberRole.OWNER), new GroupMember(BOB, MemberRole.MEMBER));
    }

    private static MemberAdded added(UserId member, UserId by, long lastNumber) {
        return new MemberAdded(GROUP, member, MemberRole.MEMBER, by, lastNumber);
    }

    private static AddMember add(UserId asker, UserId member) {
        return new AddMember(GROUP, asker, member);
    }

    private static RemoveMember remove(UserId asker, UserId member) {
        return new RemoveMember(GROUP, asker, member);
    }

    private static SendMessage send(UserId author, Set<UserId> erased) {
        return new SendMessage(
                GROUP, author, message(1), null, false, new MessageContent("hello"), erased, Instant.MAX);
    }

    private static MessageSent sent(long number, UserId author) {
        return new MessageSent(GROUP, number, author, message(1), new MessageContent("hello"));
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
    void whoMakesAGroupOwnsIt() {
        fixture.givenNoPriorActivity()
                .when(new CreateGroup(GROUP, ALICE, List.of(BOB), NAMED))
                .expectEvents(created());
    }

    @Test
    void theSameGroupMadeAgainRecordsNothing() {
        nothing(fixture.given(created()).when(new CreateGroup(GROUP, ALICE, List.of(BOB), NAMED)));
    }

    @Test
    void aGroupHasAThousandMembersAtMost() {
        List<UserId> many = LongStream.range(0, 1_000)
                .mapToObj(each -> new UserId(new UUID(9, each)))
                .toList();
        refused(
                fixture.givenNoPriorActivity().when(new CreateGroup(GROUP, ALICE, many, NAMED)),
                Reason.GROUP_TOO_LARGE);
        GroupMember[] full = many.stream()
                .map(each -> new GroupMember(each, MemberRole.OWNER))
                .toArray(GroupMember[]::new);
        refused(fixture.given(created(full)).when(add(many.getFirst(), BOB)), Reason.GROUP_TOO_LARGE);
    }

    @Test
    void anOwnerAddsSomeoneWhoReadsFromThereOn() {
        fixture.given(created(), sent(1, ALICE)).when(add(ALICE, CAROL)).expectEvents(added(CAROL, ALICE, 1));
    }

    @Test
    void whoIsInTheGroupIsNotAddedAgain() {
        nothing(fixture.given(created()).when(add(ALICE, BOB)));
    }

    @Test
    void severalWhoAreAddedComeByOneEvent() {
        fixture.given(created(), sent(1, ALICE))
                .when(new AddMember(GROUP, ALICE, List.of(BOB, CAROL, DAVE)))
                .expectEvents(new MembersAdded(GROUP, List.of(CAROL, DAVE), ALICE, 1, null));
        fixture.given(created(), new MembersAdded(GROUP, List.of(CAROL, DAVE), ALICE, 0, null))
                .when(send(DAVE, Set.of()))
                .expectEvents(sent(1, DAVE));
        fixture.given(created(), new MemberRemoved(GROUP, BOB, ALICE, true))
                .when(new AddMember(GROUP, ALICE, List.of(BOB, CAROL)))
                .expectEvents(new MembersAdded(GROUP, List.of(BOB, CAROL), ALICE, 0, null));
    }

    @Test
    void whoIsToBeAskedIsNotAddedAndAskedOnlyByWhoMayAdd() {
        AddMember invite = new AddMember(GROUP, ALICE, List.of(), List.of(CAROL));
        nothing(fixture.given(created()).when(invite));
        fixture.given(created())
                .when(new AddMember(GROUP, ALICE, List.of(DAVE), List.of(CAROL)))
                .expectEvents(added(DAVE, ALICE, 0));
        refused(
                fixture.given(created()).when(new AddMember(GROUP, BOB, List.of(), List.of(CAROL))),
                Reason.NOT_PERMITTED);
        refused(fixture.given(created(), new GroupClosed(GROUP, ALICE)).when(invite), Reason.GROUP_CLOSED);
    }

    @Test
    void whoIsInvitedComesWhileWhoInvitedThemMayAddPeople() {
        JoinInvited join = new JoinInvited(GROUP, CAROL, ALICE);
        fixture.given(created(), sent(1, ALICE)).when(join).expectEvents(added(CAROL, CAROL, 1));
        nothing(fixture.given(created(), added(CAROL, CAROL, 0)).when(join));
        refused(fixture.given(created()).when(new JoinInvited(GROUP, CAROL, BOB)), Reason.REQUEST_GONE);
        refused(fixture.given(created()).when(new JoinInvited(GROUP, CAROL, CAROL)), Reason.REQUEST_GONE);
        refused(fixture.given(created(), new GroupClosed(GROUP, ALICE)).when(join), Reason.GROUP_CLOSED);
        fixture.given(created(), added(CAROL, ALICE, 0), new MemberRemoved(GROUP, CAROL, ALICE, true))
                .when(join)
                .expectEvents(added(CAROL, CAROL, 0));
    }

    @Test
    void ofSeveralNobodyIsAddedWhereTheyDoNotAllFit() {
        GroupMember[] nearlyFull = LongStream.range(0, 999)
                .mapToObj(each -> new GroupMember(new UserId(new UUID(9, each)), MemberRole.OWNER))
                .toArray(GroupMember[]::new);
        UserId owner = nearlyFull[0].member();
        fixture.given(created(nearlyFull)).when(add(owner, BOB)).expectEvents(added(BOB, owner, 0));
        refused(
                fixture.given(created(nearlyFull)).when(new AddMember(GROUP, owner, List.of(BOB, CAROL))),
                Reason.GROUP_TOO_LARGE);
    }

    @Test
    void aMemberAddsAndRemovesNobody() {
        refused(fixture.given(created()).when(add(BOB, CAROL)), Reason.NOT_PERMITTED);
        refused(fixture.given(created(), added(CAROL, ALICE, 0)).when(remove(BOB, CAROL)), Reason.NOT_PERMITTED);
    }

    @Test
    void aStrangerIsToldNothing() {
        refused(fixture.given(created()).when(add(CAROL, DAVE)), Reason.CONVERSATION_UNKNOWN);
        refused(fixture.given(created()).when(remove(CAROL, BOB)), Reason.CONVERSATION_UNKNOWN);
        refused(fixture.given(created()).when(remove(CAROL, CAROL)), Reason.CONVERSATION_UNKNOWN);
        refused(fixture.givenNoPriorActivity().when(add(CAROL, DAVE)), Reason.CONVERSATION_UNKNOWN);
    }

    @Test
    void anOwnerRemovesAMember() {
        fixture.given(created()).when(remove(ALICE, BOB)).expectEvents(new MemberRemoved(GROUP, BOB, ALICE));
    }

    @Test
    void whoIsGoneIsNotRemovedAgain() {
        nothing(fixture.given(created(), new MemberRemoved(GROUP, BOB, ALICE)).when(remove(ALICE, BOB)));
    }

    @Test
    void anAdminRemovesMembersAndNoOwner() {
        GroupCreated group = created(new GroupMember(ALICE, MemberRole.OWNER), new GroupMember(BOB, MemberRole.ADMIN));
        fixture.given(group, added(CAROL, ALICE, 0))
                .when(remove(BOB, CAROL))
                .expectEvents(new MemberRemoved(GROUP, CAROL, BOB));
        refused(fixture.given(group).when(remove(BOB, ALICE)), Reason.NOT_PERMITTED);
    }

    @Test
    void whoRemovesThemselvesLeaves() {
        fixture.given(created()).when(remove(BOB, BOB)).expectEvents(new MemberLeft(GROUP, BOB));
        fixture.given(created(new GroupMember(ALICE, MemberRole.OWNER)))
                .when(remove(ALICE, ALICE))
                .expectEvents(new MemberLeft(GROUP, ALICE));
    }

    @Test
    void membersWriteAndFormerMembersDoNot() {
        fixture.given(created(), added(CAROL, ALICE, 0))
                .when(send(CAROL, Set.of()))
                .expectEvents(sent(1, CAROL));
        refused(
                fixture.given(created(), new MemberLeft(GROUP, BOB)).when(send(BOB, Set.of())),
                Reason.CONVERSATION_UNKNOWN);
    }

    @Test
    void aGroupGoesOnWithoutAMemberWhoWasErased() {
        fixture.given(created()).when(send(ALICE, Set.of(BOB))).expectEvents(sent(1, ALICE));
    }

    @Test
    void nobodyComesToADirectConversationOrLeavesIt() {
        ConversationId direct = ConversationEvents.CONVERSATION;
        refused(fixture.given(startedBy(ALICE)).when(new AddMember(direct, ALICE, CAROL)), Reason.NOT_A_GROUP);
        refused(fixture.given(startedBy(ALICE)).when(new RemoveMember(direct, ALICE, BOB)), Reason.NOT_A_GROUP);
        refused(fixture.given(startedBy(ALICE)).when(new RemoveMember(direct, BOB, BOB)), Reason.NOT_A_GROUP);
    }
}
