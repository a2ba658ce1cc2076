package chat.parley.log.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.parley.events.EventName;
import chat.parley.events.Facets;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageSent;
import chat.parley.events.UnknownEvent;
import chat.parley.events.UserId;
import chat.parley.infrastructure.Address;
import chat.parley.log.EventLog;
import chat.parley.log.Examples;
import chat.parley.log.LogContext;
import chat.parley.log.NewEvent;
import chat.parley.log.StoredEvent;
import chat.parley.log.content.ContentUnreadable.Kind;
import chat.parley.log.content.DataKeys;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.testing.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people wrote is under their own keys in the table, and readable only as long as their key is there. */
class ContentTest {

    /** Sessions that look at the log's head between the news they wait for. */
    private static final String OTHERS_THAT_LISTEN =
            " FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND query LIKE 'SELECT position,%pg_locks%FROM log.head%'";

    private final Examples two = Examples.ofTwo();

    /** A service that holds the log. */
    private record Service(
            EventLog log, UnreadableRows unreadable, DataKeys keys, JdbcClient jdbc, TransactionTemplate transactions) {

        static Service of(ApplicationContext context) {
            return new Service(
                    context.getBean(EventLog.class),
                    context.getBean(UnreadableRows.class),
                    context.getBean(DataKeys.class),
                    JdbcClient.create(context.getBean(DataSource.class)),
                    new TransactionTemplate(context.getBean(PlatformTransactionManager.class)));
        }

        long append(NewEvent event) {
            return log.append(List.of(event)).getLast().position();
        }

        @Nullable
        String textAt(long position) {
            MessageContent content =
                    ((MessageSent) log.at(position).orElseThrow().event()).content();
            return content == null ? null : content.text();
        }

        void destroyKeyOf(UserId owner) {
            transactions.executeWithoutResult(_ -> keys.destroy(owner));
        }

        /** As someone could who has the database to themselves. */
        void tamper(String sql, Object... params) {
            Address.Postgresql superuser = TestDatabase.shared().superuser();
            SingleConnectionDataSource connection =
                    new SingleConnectionDataSource(superuser.jdbcUrl(), superuser.user(), superuser.password(), true);
            JdbcClient untriggered = JdbcClient.create(connection);
            untriggered.sql("SET session_replication_role = replica").update();
            assertThat(untriggered.sql(sql).params(params).update()).isPositive();
            connection.destroy();
        }
    }

    private static JdbcClient superuser() {
        return JdbcClient.create(TestDatabase.shared().superuser().dataSource());
    }

    private interface Story {
        void tell(Service service) throws Exception;
    }

    private static void inAService(Story story) {
        LogContext.runner().run(context -> story.tell(Service.of(context)));
    }

    @Test
    void noPartOfARowSaysWhatWasWrittenAndThePayloadIsCommittedToIt() {
        inAService(service -> {
            long position = service.append(two.sent(0, "a sentence of mine"));
            var row = service.jdbc()
                    .sql("SELECT convert_from(payload, 'UTF8') AS payload, owner, length(content) AS length,"
                            + " strpos(encode(content, 'escape'), 'sentence') AS found,"
                            + " strpos(convert_from(metadata, 'UTF8'), 'sentence') AS told FROM log.event"
                            + " WHERE position = ?")
                    .param(position)
                    .query()
                    .singleRow();
            assertThat((String) row.get("payload"))
                    .doesNotContain("sentence", "text")
                    .contains("commitment");
            assertThat(row)
                    .containsEntry("owner", two.alice().value())
                    .containsEntry("found", 0)
                    .containsEntry("told", 0);
            int saltNonceTagAndFormat = 16 + 12 + 16 + 1;
            assertThat(row)
                    .containsEntry("length", "{\"text\":\"a sentence of mine\"}".length() + saltNonceTagAndFormat);
            assertThat(service.textAt(position)).isEqualTo("a sentence of mine");
        });
    }

    @Test
    void whatIsNobodysWordsHasNoOwner() {
        inAService(service -> assertThat(service.jdbc()
                        .sql("SELECT owner IS NULL AND content IS NULL FROM log.event WHERE position = ?")
                        .param(service.append(two.started()))
                        .query(Boolean.class)
                        .single())
                .isTrue());
    }

    @Test
    void contentMovedToAnotherRowOfTheSamePersonDoesNotOpen() {
        inAService(service -> {
            long first = service.append(two.sent(0, "yes"));
            long second = service.append(two.sent(1, "no"));
            service.tamper(
                    "UPDATE log.event SET content = (SELECT content FROM log.event WHERE position = ?) WHERE position = ?",
                    first,
                    second);
            assertUnreadable(service, second, Kind.NOT_ITS_OWN);
            assertThat(service.textAt(first)).isEqualTo("yes");
        });
    }

    @Test
    void oneChangedBitOfContentIsNoticed() {
        inAService(service -> {
            long position = service.append(two.sent(0, "one euro"));
            service.tamper(
                    "UPDATE log.event SET content = set_bit(content, 8 * 20, 1 - get_bit(content, 8 * 20)) WHERE position = ?",
                    position);
            assertUnreadable(service, position, Kind.NOT_ITS_OWN);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload = convert_to(replace(convert_from(payload, 'UTF8'), '\"number\":0', '\"number\":7'), 'UTF8')",
                "metadata = metadata || convert_to(' ', 'UTF8')",
                "command_id = 'another'",
                "owner_kind = 2",
                "event_id = gen_random_uuid()",
                "sequence = 5"
            })
    void contentDoesNotOpenInARowThatWasAlteredAndTheRowsAroundItAreRead(String alteration) {
        inAService(service -> {
            long before = service.append(two.sent(0, "one euro"));
            long altered = service.append(two.sent(1, "a hundred euros"));
            long after = service.append(two.sent(2, "two euros"));
            service.tamper("UPDATE log.event SET " + alteration.replace(":0", ":1") + " WHERE position = ?", altered);
            assertThat(service.log().readAfter(before - 1, 3))
                    .extracting(StoredEvent::position)
                    .containsExactly(before, altered, after);
            assertUnreadable(service, altered, Kind.NOT_ITS_OWN);
            assertThat(service.textAt(after)).isEqualTo("two euros");
        });
    }

    @Test
    void aRowWhoseOwnerIsAnotherDoesNotOpen() {
        inAService(service -> {
            long position = service.append(two.sent(0, "mine"));
            service.tamper(
                    "UPDATE log.event SET owner = ? WHERE position = ?",
                    two.bob().value(),
                    position);
            assertUnreadable(service, position, Kind.KEY_MISSING);
        });
    }

    @Test
    void aPayloadThatIsNoEventKeepsItsPlaceAndItsFacets() {
        inAService(service -> {
            long position = service.append(two.sent(0, "said"));
            service.tamper("UPDATE log.event SET payload = 'rubbish' WHERE position = ?", position);
            assertThat(service.log().at(position).orElseThrow().event())
                    .isInstanceOfSatisfying(
                            UnknownEvent.class,
                            unknown -> assertThat(unknown.facets())
                                    .isEqualTo(Facets.of(two.sent(0, "said").event())));
            assertThat(service.unreadable().positions().get(position)).contains("payload");
        });
    }

    @Test
    void theRowOfAnEventTypeThatIsNotKnownIsReadWithItsFacets() {
        inAService(service -> {
            long position = service.append(two.sent(0, "said"));
            service.tamper(
                    "UPDATE log.event SET type = 'parley.conversation.poll-opened' WHERE position = ?", position);
            assertThat(service.log().at(position).orElseThrow().event())
                    .isInstanceOfSatisfying(UnknownEvent.class, unknown -> {
                        assertThat(unknown.name()).isEqualTo(new EventName("parley.conversation.poll-opened", 1));
                        assertThat(unknown.facets().number()).isZero();
                        assertThat(unknown.json()).contains(two.alice().toString());
                    });
        });
    }

    @Test
    void theKeyOfAnotherOrNoKeyIsSaid() {
        inAService(service -> {
            long position = service.append(two.sent(0, "hello"));
            UUID alice = two.alice().value();
            service.append(Examples.ofTwo().sent(0, "someone else's"));
            service.tamper(
                    "UPDATE log.data_key SET wrapped = (SELECT wrapped FROM log.data_key WHERE owner <> ? LIMIT 1)"
                            + " WHERE owner = ?",
                    alice,
                    alice);
            service.keys().forget(alice);
            assertUnreadable(service, position, Kind.KEY_FOREIGN);
            service.tamper("UPDATE log.data_key SET master_key = 'another' WHERE owner = ?", alice);
            assertUnreadable(service, position, Kind.MASTER_KEY_NOT_HELD);
            service.tamper("DELETE FROM log.data_key WHERE owner = ?", alice);
            assertUnreadable(service, position, Kind.KEY_MISSING);
        });
    }

    private static void assertUnreadable(Service service, long position, Kind kind) {
        assertThat(service.textAt(position)).isNull();
        assertThat(service.unreadable().positions().get(position)).contains(kind.code());
    }

    @Test
    void aDestroyedKeyForgetsAllOfOnePersonAndNothingOfOthers() {
        inAService(service -> {
            Examples other = Examples.ofTwo();
            long mine = service.append(two.sent(0, "mine"));
            long theirs = service.append(other.sent(0, "theirs"));
            service.destroyKeyOf(two.alice());
            assertThat(service.textAt(mine)).isNull();
            assertThat(service.textAt(theirs)).isEqualTo("theirs");
            assertThatThrownBy(() -> service.append(two.sent(1, "again")))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.ACCOUNT_ERASED));
            Stream.of(
                            "UPDATE log.data_key SET wrapped = 'x', destroyed = NULL WHERE owner = ?",
                            "DELETE FROM log.data_key WHERE owner = ?")
                    .forEach(sql -> assertThatThrownBy(() -> superuser()
                                    .sql(sql)
                                    .param(two.alice().value())
                                    .update())
                            .hasMessageContaining("destroyed for ever"));
        });
    }

    @Test
    void whoNeverWroteAnythingCanNotBeginAfterTheyWereErased() {
        inAService(service -> {
            service.destroyKeyOf(two.alice());
            service.destroyKeyOf(two.alice());
            assertThatThrownBy(() -> service.append(two.sent(0, "first"))).isInstanceOf(Refused.class);
        });
    }

    @Test
    void aKeyIsDestroyedOnlyWithTheTransactionThatRecordsWhy() {
        inAService(service -> {
            long position = service.append(two.sent(0, "still here"));
            service.transactions().executeWithoutResult(status -> {
                service.keys().destroy(two.alice());
                status.setRollbackOnly();
            });
            assertThat(service.textAt(position)).isEqualTo("still here");
            assertThatThrownBy(() -> service.keys().destroy(two.alice())).isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void aKeyMadeInATransactionGoesWithIt() {
        inAService(service -> {
            service.transactions().executeWithoutResult(status -> {
                service.append(two.sent(0, "undone"));
                status.setRollbackOnly();
            });
            long position = service.append(two.sent(0, "done"));
            inAService(other -> assertThat(other.textAt(position)).isEqualTo("done"));
        });
    }

    @Test
    void processesThatMeetAtAPersonsFirstWordsShareOneKey() {
        inAService(one -> inAService(other -> {
            try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int round = 0; round < 20; round++) {
                    Examples person = Examples.ofTwo();
                    Examples elsewhere =
                            new Examples(person.alice(), Examples.ofTwo().bob());
                    List<Future<Long>> written = writers.invokeAll(List.<Callable<Long>>of(
                            () -> one.append(person.sent(0, "here")), () -> other.append(elsewhere.sent(0, "there"))));
                    assertThat(other.textAt(written.get(0).get())).isEqualTo("here");
                    assertThat(one.textAt(written.get(1).get())).isEqualTo("there");
                }
            }
        }));
    }

    @Test
    void everyProcessForgetsADestroyedKeyAtOnce() {
        inAService(one -> inAService(other -> {
            long position = one.append(two.sent(0, "soon gone"));
            assertThat(other.textAt(position)).isEqualTo("soon gone");
            one.destroyKeyOf(two.alice());
            assertThat(one.textAt(position)).isNull();
            await().untilAsserted(() -> assertThat(other.textAt(position)).isNull());
        }));
    }

    @Test
    void aProcessThatDidNotHearOfADestroyedKeyForgetsItToo() {
        inAService(one -> inAService(other -> {
            long position = one.append(two.sent(0, "soon gone"));
            await().until(() -> one.jdbc()
                            .sql("SELECT count(*)" + OTHERS_THAT_LISTEN)
                            .query(Integer.class)
                            .single()
                    == 2);
            assertThat(other.textAt(position)).isEqualTo("soon gone");
            one.transactions().executeWithoutResult(_ -> {
                one.keys().destroy(two.alice());
                assertThat(one.jdbc()
                                .sql("SELECT pg_terminate_backend(pid, 5000)" + OTHERS_THAT_LISTEN)
                                .query(Boolean.class)
                                .list())
                        .containsExactly(true, true);
            });
            await().ignoreExceptions()
                    .untilAsserted(() -> assertThat(other.textAt(position)).isNull());
        }));
    }
}
