package chat.parley.command.conversation;

import static chat.parley.command.conversation.ConversationEvents.ALICE;
import static chat.parley.command.conversation.ConversationEvents.BOB;
import static chat.parley.command.conversation.ConversationEvents.CAROL;

import chat.parley.command.conversation.addmember.AddMember;
import chat.parley.command.conversation.joinlink.JoinByLink;
import chat.parley.command.conversation.joinlink.MakeLink;
import chat.parley.command.conversation.joinlink.RevokeLink;
import chat.parley.command.conversation.removemember.RemoveMember;
import chat.parley.events.ConversationEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.GroupClosed;
import chat.parley.events.GroupCreated;
import chat.parley.events.GroupDetails;
import chat.parley.events.GroupHistory;
import chat.parley.events.GroupMember;
import chat.parley.events.GroupSettings;
import chat.parley.events.GroupSettingsChanged;
import chat.parley.events.JoinLinkId;
import chat.parley.events.JoinLinkMade;
import chat.parley.events.JoinLinkRevoked;
import chat.parley.events.MemberAdded;
import chat.parley.events.MemberLeft;
import chat.parley.events.MemberRemoved;
import chat.parley.events.MemberRole;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Alice owns the group, Bob is a member of it; Carol and Dave hold a link. */
class JoinLinksTest {

    private static final ConversationId GROUP = new ConversationId(new UUID(0x5000, 1));
    private static final UserId DAVE = new UserId(new UUID(0, 0xD));
    private static final JoinLinkId LINK = new JoinLinkId(new UUID(0x5000, 7));
    private static final Instant NOW = Instant.parse("2026-12-24T18:00:00Z");
    private static final GroupCreated CREATED = new GroupCreated(
            GROUP,
            List.of(new GroupMember(ALICE, MemberRole.OWNER), new GroupMember(BOB, MemberRole.MEMBER)),
            ALICE,
            new GroupDetails("Tea party"));
    private static final JoinLinkMade UNLIMITED = made(null, null);

    private final AggregateTestFixture<Conversation> fixture = new AggregateTestFixture<>(Conversation.class);

    private ResultValidator<Conversation> after(Object command, ConversationEvent... events) {
        List<ConversationEvent> given = new ArrayList<>(List.of(CREATED));
        given.addAll(List.of(events));
        return fixture.given(given).when(command);
    }

    private static JoinLinkMade made(@Nullable Integer uses, @Nullable Instant until) {
        return new JoinLinkMade(GROUP, LINK, ALICE, uses, until);
    }

    private static JoinByLink join(UserId joining) {
        return new JoinByLink(GROUP, LINK, joining, NOW);
    }

    private static MemberAdded joined(UserId member) {
        return new MemberAdded(GROUP, member, MemberRole.MEMBER, member, 0, null, LINK);
    }

    private static ChangeGroup make(UserId asker) {
        return new ChangeGroup(new MakeLink(GROUP, asker, LINK, null, null, false));
    }

    private static ChangeGroup revoke(UserId asker) {
        return new ChangeGroup(new RevokeLink(GROUP, asker, LINK));
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
    void whoLeadsAGroupMakesAndRevokesLinks() {
        after(make(ALICE)).expectEvents(UNLIMITED);
        after(revoke(ALICE), UNLIMITED).expectEvents(new JoinLinkRevoked(GROUP, LINK, ALICE));
        refused(after(make(BOB)), Reason.NOT_PERMITTED);
        refused(after(revoke(BOB), UNLIMITED), Reason.NOT_PERMITTED);
        refused(after(make(CAROL)), Reason.CONVERSATION_UNKNOWN);
        refused(after(make(ALICE), new GroupClosed(GROUP, ALICE)), Reason.GROUP_CLOSED);
    }

    @Test
    void whatWasMadeOrRevokedAlreadyIsNotRecordedAgain() {
        nothing(after(make(ALICE), UNLIMITED));
        nothing(after(revoke(ALICE), UNLIMITED, new JoinLinkRevoked(GROUP, LINK, ALICE)));
    }

    @Test
    void aGroupHasTwentyLinksAtMost() {
        ConversationEvent[] many = LongStream.range(0, 20)
                .mapToObj(each -> new JoinLinkMade(GROUP, new JoinLinkId(new UUID(1, each)), ALICE, null, null))
                .toArray(ConversationEvent[]::new);
        refused(after(make(ALICE), many), Reason.TOO_MANY_LINKS);
    }

    @Test
    void whoHoldsALinkJoinsAsAMemberWhoReadsFromThereOn() {
        after(join(CAROL), UNLIMITED).expectEvents(joined(CAROL));
        nothing(after(join(BOB), UNLIMITED));
        nothing(after(join(CAROL), UNLIMITED, joined(CAROL)));
    }

    @Test
    void whereTheLinkOrTheGroupWantsItNobodyJoinsByThemselves() {
        after(new ChangeGroup(new MakeLink(GROUP, ALICE, LINK, null, null, true)))
                .expectEvents(new JoinLinkMade(GROUP, LINK, ALICE, null, null, true));
        refused(after(join(CAROL), new JoinLinkMade(GROUP, LINK, ALICE, null, null, true)), Reason.APPROVAL_NEEDED);
        GroupSettings asking = new GroupSettings(
                MemberRole.ADMIN, MemberRole.MEMBER, MemberRole.ADMIN, GroupHistory.JOINING, true, null);
        refused(after(join(CAROL), new GroupSettingsChanged(GROUP, asking, ALICE), UNLIMITED), Reason.APPROVAL_NEEDED);
        nothing(after(join(BOB), new GroupSettingsChanged(GROUP, asking, ALICE), UNLIMITED));
    }

    @Test
    void whoJoinsAGroupThatShowsItsHistoryReadsIt() {
        GroupSettings open =
                new GroupSettings(MemberRole.ADMIN, MemberRole.MEMBER, MemberRole.ADMIN, GroupHistory.START);
        after(join(CAROL), new GroupSettingsChanged(GROUP, open, ALICE), UNLIMITED)
                .expectEvents(new MemberAdded(GROUP, CAROL, MemberRole.MEMBER, CAROL, 0, 1L, LINK));
    }

    @Test
    void asManyJoinAsALinkIsGoodFor() {
        after(join(CAROL), made(1, null)).expectEvents(joined(CAROL));
        refused(after(join(DAVE), made(1, null), joined(CAROL)), Reason.LINK_GONE);
        after(join(DAVE), made(2, null), joined(CAROL)).expectEvents(joined(DAVE));
        refused(after(join(CAROL), made(1, null), joined(CAROL), new MemberLeft(GROUP, CAROL)), Reason.LINK_GONE);
    }

    @Test
    void aLinkEnds() {
        after(join(CAROL), made(null, NOW.plus(Duration.ofSeconds(1)))).expectEvents(joined(CAROL));
        refused(after(join(CAROL), made(null, NOW)), Reason.LINK_GONE);
    }

    @Test
    void nobodyJoinsByALinkThatNeverWasOrWasRevokedOrToAGroupThatIsClosedOrEmpty() {
        refused(after(join(CAROL)), Reason.LINK_GONE);
        refused(after(join(CAROL), UNLIMITED, new JoinLinkRevoked(GROUP, LINK, ALICE)), Reason.LINK_GONE);
        refused(after(join(CAROL), UNLIMITED, new GroupClosed(GROUP, ALICE)), Reason.LINK_GONE);
        refused(
                after(join(CAROL), UNLIMITED, new MemberRemoved(GROUP, BOB, ALICE), new MemberLeft(GROUP, ALICE)),
                Reason.LINK_GONE);
    }

    @Test
    void whoWasBannedDoesNotComeBackByALinkUntilSomebodyWhoLeadsTheGroupAddsThem() {
        MemberRemoved banned = new MemberRemoved(GROUP, BOB, ALICE, true);
        after(new RemoveMember(GROUP, ALICE, BOB, true)).expectEvents(banned);
        refused(after(join(BOB), UNLIMITED, banned), Reason.LINK_GONE);
        MemberAdded back = new MemberAdded(GROUP, BOB, MemberRole.MEMBER, ALICE, 0);
        after(new AddMember(GROUP, ALICE, BOB), banned).expectEvents(back);
        after(join(BOB), UNLIMITED, banned, back, new MemberLeft(GROUP, BOB)).expectEvents(joined(BOB));
        GroupSettings everyone =
                new GroupSettings(MemberRole.MEMBER, MemberRole.MEMBER, MemberRole.ADMIN, GroupHistory.JOINING);
        refused(
                after(
                        new AddMember(GROUP, CAROL, BOB),
                        new GroupSettingsChanged(GROUP, everyone, ALICE),
                        UNLIMITED,
                        joined(CAROL),
                        banned),
                Reason.NOT_PERMITTED);
    }

    @Test
    void whoWasOnlyRemovedMayJoinAgain() {
        after(join(BOB), UNLIMITED, new MemberRemoved(GROUP, BOB, ALICE)).expectEvents(joined(BOB));
    }
}
