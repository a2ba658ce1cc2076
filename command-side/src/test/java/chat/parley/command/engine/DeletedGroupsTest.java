package chat.parley.command.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.access.Caller;
import chat.parley.command.conversation.ChangeGroup;
import chat.parley.command.conversation.closegroup.CloseGroup;
import chat.parley.command.conversation.creategroup.CreateGroup;
import chat.parley.command.conversation.deletegroup.DeleteGroup;
import chat.parley.command.conversation.deletegroup.ForgetDeleted;
import chat.parley.command.conversation.sendmessage.SendMessage;
import chat.parley.database.Role;
import chat.parley.events.CarriesContent;
import chat.parley.events.ConversationId;
import chat.parley.events.GroupDetails;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageId;
import chat.parley.events.SessionId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.infrastructure.Address;
import chat.parley.log.EventLog;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.testing.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A deleted group is forgotten part by part, by whichever node is there. */
class DeletedGroupsTest {

    /** One of its own: in that of all tests a service forgets groups too. */
    private static final TestDatabase OWN = TestDatabase.empty().migrated();

    private final Caller alice = someone();
    private final Caller bob = someone();
    private final ConversationId group = new ConversationId(UUID.randomUUID());

    private HikariDataSource database;
    private JdbcClient jdbc;
    private EngineNode one;
    private EngineNode other;

    /** Of six events, of which five have content: its beginning, four messages, and its end. */
    @BeforeEach
    void aClosedGroup() {
        database = database();
        jdbc = JdbcClient.create(database);
        one = EngineNode.on(database);
        other = EngineNode.on(database);
        one.dispatch().send(new CreateGroup(group, alice.user(), List.of(bob.user()), new GroupDetails("tea")), alice);
        say(one, alice);
        say(other, bob);
        say(one, alice);
        say(other, bob);
        one.dispatch().send(new ChangeGroup(new CloseGroup(group, alice.user())), alice);
    }

    @AfterEach
    void stop() {
        other.close();
        one.close();
        database.close();
    }

    @Test
    void anotherNodeGoesOnWhereOneWasStopped() {
        delete();
        assertThat(withContent()).isEqualTo(5);
        assertThat(forget(one, 2)).isEqualTo(1);
        one.close();
        assertThat(withContent()).isEqualTo(3);
        assertThat(waiting()).isEqualTo(1);
        assertThat(forget(other, 2)).isEqualTo(1);
        assertThat(forget(other, 2)).isEqualTo(1);
        assertThat(forget(other, 2)).as("all is forgotten").isZero();
        assertThat(withContent()).isZero();
        assertThat(waiting()).isZero();
    }

    @Test
    void eachPartIsForgottenOnceThoughTwoNodesDoIt() {
        delete();
        forget(other, 2);
        forget(one, 2);
        forget(other, 2);
        assertThat(forget(one, 2)).isZero();
        assertThat(withContent()).isZero();
    }

    @Test
    void aLegalHoldRefusesItUntilItIsLifted() {
        delete();
        hold(true);
        assertThatThrownBy(() -> forget(one, 10))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.LEGAL_HOLD));
        assertThat(withContent()).as("nothing of it is gone").isEqualTo(5);
        hold(false);
        forget(one, 10);
        assertThat(withContent()).isZero();
    }

    @Test
    void whoWritesWhileItIsDeletedIsNoMember() {
        delete();
        assertThatThrownBy(() -> say(other, bob))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.CONVERSATION_UNKNOWN));
    }

    private void delete() {
        one.dispatch().send(new ChangeGroup(new DeleteGroup(group, alice.user())), alice);
    }

    private void hold(boolean held) {
        jdbc.sql("""
            INSERT INTO log.account (account, held) VALUES (?, ?) ON CONFLICT (account) DO UPDATE SET held = excluded.held
            """).params(bob.user().value(), held).update();
    }

    private int waiting() {
        return jdbc.sql("SELECT count(*) FROM log.deleted_group WHERE conversation = ?")
                .param(group.value())
                .query(Integer.class)
                .single();
    }

    private int forget(EngineNode node, int most) {
        return node.dispatch().sendOfItself(new ForgetDeleted(group, most)).size();
    }

    private long withContent() {
        return other.part(EventLog.class).readStream(StreamId.conversation(group), 0, 100).stream()
                .filter(event -> event.event() instanceof CarriesContent carries && carries.content() != null)
                .count();
    }

    private void say(EngineNode node, Caller author) {
        MessageId message = new MessageId(UUID.randomUUID());
        node.dispatch().send(new SendMessage(group, author.user(), message, new MessageContent("hello")), author);
    }

    private static Caller someone() {
        return new Caller(new UserId(UUID.randomUUID()), new SessionId(UUID.randomUUID()));
    }

    private static HikariDataSource database() {
        Address.Postgresql address = OWN.as(Role.COMMAND);
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(address.jdbcUrl());
        database.setUsername(address.user());
        database.setPassword(address.password());
        return database;
    }
}
