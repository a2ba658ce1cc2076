package chat.parley.command.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.access.Caller;
import chat.parley.command.admission.JoinInvited;
import chat.parley.command.conversation.ChangeGroup;
import chat.parley.command.conversation.GroupChange;
import chat.parley.command.conversation.addmember.AddMember;
import chat.parley.command.conversation.changerole.ChangeRole;
import chat.parley.command.conversation.changerole.HandOver;
import chat.parley.command.conversation.closegroup.CloseGroup;
import chat.parley.command.conversation.creategroup.CreateGroup;
import chat.parley.command.conversation.joinlink.JoinByLink;
import chat.parley.command.conversation.joinlink.MakeLink;
import chat.parley.command.conversation.joinlink.RevokeLink;
import chat.parley.command.conversation.mute.ChangeMute;
import chat.parley.command.conversation.removemember.RemoveMember;
import chat.parley.command.conversation.sendmessage.SendMessage;
import chat.parley.database.Role;
import chat.parley.events.ConversationId;
import chat.parley.events.GroupDetails;
import chat.parley.events.JoinLinkId;
import chat.parley.events.MemberRole;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageId;
import chat.parley.events.SessionId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.infrastructure.Address;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.testing.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is decided at the same moment on two nodes has one outcome. The second node holds the group as it was before the first decided, so
 * it always decides on too little first.
 */
class GroupRacesTest {

    private final Caller alice = someone();
    private final Caller bob = someone();
    private final Caller carol = someone();
    private final ConversationId group = new ConversationId(UUID.randomUUID());

    private HikariDataSource database;
    private EngineNode one;
    private EngineNode other;

    /** Alice and Bob own the group, Carol is a member, and both nodes know it. */
    @BeforeEach
    void aGroupWithTwoOwners() {
        database = database();
        one = EngineNode.on(database);
        other = EngineNode.on(database);
        one.dispatch()
                .send(
                        new CreateGroup(
                                group, alice.user(), List.of(bob.user(), carol.user()), new GroupDetails("a group")),
                        alice);
        change(one, new ChangeRole(group, alice.user(), bob.user(), MemberRole.OWNER), alice);
        say(one, alice);
        say(other, alice);
        say(one, alice);
        say(other, bob);
    }

    @AfterEach
    void stop() {
        other.close();
        one.close();
        database.close();
    }

    private static List<StoredEvent> change(EngineNode node, GroupChange change, Caller caller) {
        return node.dispatch().send(new ChangeGroup(change), caller);
    }

    private List<StoredEvent> say(EngineNode node, Caller author) {
        MessageId message = new MessageId(UUID.randomUUID());
        return node.dispatch()
                .send(new SendMessage(group, author.user(), message, new MessageContent("hello")), author);
    }

    private void refused(Reason reason, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private long recorded() {
        return one.part(EventLog.class)
                .readStream(StreamId.conversation(group), 0, 100)
                .size();
    }

    @Test
    void whoIsMutedAtTheMomentTheyWriteSaysNothing() {
        change(
                one,
                new ChangeMute(group, alice.user(), carol.user(), Instant.now().plusSeconds(600)),
                alice);
        long before = recorded();
        MessageId message = new MessageId(UUID.randomUUID());
        SendMessage late = new SendMessage(
                group, carol.user(), message, null, false, new MessageContent("hello"), Set.of(), Instant.now());
        refused(Reason.MUTED, () -> other.dispatch().send(late, carol));
        assertThat(recorded()).isEqualTo(before);
    }

    @Test
    void ofTwoOwnersWhoDemoteEachOtherTheFirstDoes() {
        change(one, new ChangeRole(group, alice.user(), bob.user(), MemberRole.MEMBER), alice);
        long before = recorded();
        refused(
                Reason.NOT_PERMITTED,
                () -> change(other, new ChangeRole(group, bob.user(), alice.user(), MemberRole.MEMBER), bob));
        assertThat(recorded()).isEqualTo(before);
    }

    @Test
    void ofTwoOwnersWhoStepDownOneStays() {
        change(one, new ChangeRole(group, alice.user(), alice.user(), MemberRole.MEMBER), alice);
        refused(
                Reason.LAST_OWNER,
                () -> change(other, new ChangeRole(group, bob.user(), bob.user(), MemberRole.MEMBER), bob));
    }

    @Test
    void ofTwoOwnersWhoLeaveOneStays() {
        one.dispatch().send(new RemoveMember(group, alice.user(), alice.user()), alice);
        refused(Reason.LAST_OWNER, () -> other.dispatch().send(new RemoveMember(group, bob.user(), bob.user()), bob));
    }

    @Test
    void aGroupIsHandedOverOnce() {
        change(one, new ChangeRole(group, alice.user(), bob.user(), MemberRole.MEMBER), alice);
        say(other, alice);
        change(one, new HandOver(group, alice.user(), bob.user()), alice);
        refused(Reason.NOT_PERMITTED, () -> change(other, new HandOver(group, alice.user(), carol.user()), alice));
    }

    @Test
    void whoIsRemovedWhileTheyWriteIsRefused() {
        one.dispatch().send(new RemoveMember(group, alice.user(), carol.user()), alice);
        long before = recorded();
        refused(Reason.CONVERSATION_UNKNOWN, () -> say(other, carol));
        assertThat(recorded()).isEqualTo(before);
    }

    private JoinByLink join(Caller joining, JoinLinkId link) {
        return new JoinByLink(group, link, joining.user(), Instant.now());
    }

    @Test
    void whoIsLetInByTwoAtOnceComesOnce() {
        Caller dave = someone();
        one.dispatch().send(new AddMember(group, alice.user(), dave.user()), alice);
        long before = recorded();
        assertThat(other.dispatch().send(new AddMember(group, bob.user(), dave.user()), bob))
                .isEmpty();
        assertThat(recorded()).isEqualTo(before);
    }

    @Test
    void whoAcceptsWhileTheOneWhoInvitedThemIsRemovedDoesNotCome() {
        Caller dave = someone();
        one.dispatch().send(new RemoveMember(group, alice.user(), bob.user()), alice);
        long before = recorded();
        refused(
                Reason.REQUEST_GONE,
                () -> other.dispatch().send(new JoinInvited(group, dave.user(), bob.user()), dave));
        assertThat(recorded()).isEqualTo(before);
    }

    @Test
    void ofTwoWhoUseALinkTheLastTimeTheFirstJoins() {
        JoinLinkId link = new JoinLinkId(UUID.randomUUID());
        Caller dave = someone();
        Caller erin = someone();
        change(one, new MakeLink(group, alice.user(), link, 1, null, false), alice);
        say(other, alice);
        say(one, alice);
        assertThat(other.dispatch().send(join(dave, link), dave)).hasSize(1);
        refused(Reason.LINK_GONE, () -> one.dispatch().send(join(erin, link), erin));
        assertThat(one.dispatch().send(join(dave, link), dave)).isEmpty();
    }

    @Test
    void nobodyJoinsByALinkThatIsRevokedMeanwhileOrAGroupThatIsClosed() {
        JoinLinkId link = new JoinLinkId(UUID.randomUUID());
        JoinLinkId another = new JoinLinkId(UUID.randomUUID());
        Caller dave = someone();
        change(one, new MakeLink(group, alice.user(), link, null, null, false), alice);
        change(one, new MakeLink(group, alice.user(), another, null, null, false), alice);
        say(other, alice);
        change(one, new RevokeLink(group, alice.user(), link), alice);
        refused(Reason.LINK_GONE, () -> other.dispatch().send(join(dave, link), dave));
        say(other, alice);
        change(one, new CloseGroup(group, alice.user()), alice);
        refused(Reason.LINK_GONE, () -> other.dispatch().send(join(dave, another), dave));
    }

    @Test
    void nobodyComesToAGroupThatIsClosedMeanwhileOrWritesInIt() {
        change(one, new CloseGroup(group, alice.user()), alice);
        Caller dave = someone();
        refused(Reason.GROUP_CLOSED, () -> other.dispatch().send(new AddMember(group, bob.user(), dave.user()), bob));
        refused(Reason.GROUP_CLOSED, () -> say(other, carol));
        assertThat(change(other, new CloseGroup(group, bob.user()), bob)).isEmpty();
    }

    private static Caller someone() {
        return new Caller(new UserId(UUID.randomUUID()), new SessionId(UUID.randomUUID()));
    }

    private static HikariDataSource database() {
        Address.Postgresql address = TestDatabase.shared().as(Role.COMMAND);
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(address.jdbcUrl());
        database.setUsername(address.user());
        database.setPassword(address.password());
        return database;
    }
}
