package chat.parley.command.account;

import chat.parley.command.account.register.RegisterAccount;
import chat.parley.events.AccountDetails;
import chat.parley.events.AccountRegistered;
import chat.parley.events.UserId;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final UserId ALICE = new UserId(new UUID(0, 0xA));
    private static final AccountDetails DETAILS = new AccountDetails("alice", "Alice", "alice@example.org", null);

    private final AggregateTestFixture<Account> fixture = new AggregateTestFixture<>(Account.class);

    @Test
    void registeringRecordsWhatThePersonTold() {
        fixture.givenNoPriorActivity()
                .when(new RegisterAccount(ALICE, DETAILS))
                .expectEvents(new AccountRegistered(ALICE, DETAILS));
    }
}
