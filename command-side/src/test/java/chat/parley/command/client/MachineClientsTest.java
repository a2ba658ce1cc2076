package chat.parley.command.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.access.MachineClientId;
import chat.parley.access.Scope;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CommandSideTest
class MachineClientsTest {

    private static final Set<Scope> SCOPES = Set.of(Scope.ANALYST);

    @Autowired
    private MachineClients clients;

    @Autowired
    private JdbcClient jdbc;

    private final MachineClientId id = new MachineClientId(UUID.randomUUID());

    @Test
    void ofManyWhoMakeOneClientAtOnceOneIsToldItsSecret() throws Exception {
        Callable<MachineClients.Made> attempt = () -> clients.make(id, "warehouse", SCOPES);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<MachineClients.Made> made = threads.invokeAll(Collections.nCopies(8, attempt)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(made).extracting(each -> each.client().id()).containsOnly(id);
            assertThat(made.stream().map(MachineClients.Made::secret).filter(Objects::nonNull))
                    .singleElement()
                    .satisfies(
                            secret -> assertThat(clients.scopesOf(id, secret)).contains(SCOPES));
        }
    }

    @Test
    void anotherClientIsNotMadeInThePlaceOfOneThereIs() {
        MachineClientSecret secret =
                Objects.requireNonNull(clients.make(id, "warehouse", SCOPES).secret());
        assertReused(() -> clients.make(id, "another", SCOPES));
        assertReused(() -> clients.make(id, "warehouse", Set.of(Scope.CONTENT)));
        assertThat(clients.scopesOf(id, secret)).contains(SCOPES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE accounts.client SET scopes = 'content'",
                "UPDATE accounts.client SET secret_hash = ''",
                "DELETE FROM accounts.client"
            })
    void theServiceMayChangeNothingOfAClientButRevokeIt(String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).update()).rootCause().hasMessageContaining("permission denied");
    }

    private static void assertReused(Callable<MachineClients.Made> attempt) {
        assertThatThrownBy(attempt::call)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.IDEMPOTENCY_KEY_REUSED));
    }
}
