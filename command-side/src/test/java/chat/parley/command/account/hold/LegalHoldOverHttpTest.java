package chat.parley.command.account.hold;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.MachineClientId;
import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.events.LegalHoldPlaced;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CommandSideTest
class LegalHoldOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    private Api api;
    private Person alice;
    private String operator;
    private String hold;

    @BeforeEach
    void someone() {
        api = new Api(port);
        alice = api.register("alice");
        operator = api.operator();
        hold = "/api/accounts/" + alice.user() + "/legal-hold";
    }

    @Test
    void aHoldIsThereUntilItIsLifted() {
        assertThat(api.get(hold, operator).body().toString()).isEqualTo("{\"held\":false}");
        Answer placed = api.put(hold, operator, "{}");
        assertThat(placed.status()).isEqualTo(200);
        assertThat(api.get(hold, operator).body().toString()).isEqualTo("{\"held\":true}");
        Answer lifted = api.delete(hold, operator);
        assertThat(lifted.number("position")).isGreaterThan(placed.number("position"));
        assertThat(api.get(hold, operator).body().toString()).isEqualTo("{\"held\":false}");
    }

    @Test
    void placingOrLiftingItAgainRecordsNothing() {
        Answer placed = api.put(hold, operator, "{}");
        assertThat(api.put(hold, operator, "{}").body()).isEqualTo(placed.body());
        Answer lifted = api.delete(hold, operator);
        assertThat(api.delete(hold, operator).body()).isEqualTo(lifted.body());
        assertThat(log.readStream(account(), 0, 10)).hasSize(3);
    }

    @Test
    void itIsRecordedWhichProgramPlacedIt() {
        long position = api.put(hold, operator, "{}").number("position");
        StoredEvent recorded = log.at(position).orElseThrow();
        assertThat(recorded.event()).isEqualTo(new LegalHoldPlaced(UserId.of(alice.user())));
        assertThat(recorded.metadata().client()).isEqualTo(MachineClientId.OPERATOR.value());
        assertThat(recorded.metadata().actor()).isNull();
    }

    @Test
    void onlyTheOperatorHolds() {
        assertRefused(api.put(hold, alice.accessToken(), "{}"), 403, "insufficient_scope");
        assertRefused(api.delete(hold, alice.accessToken()), 403, "insufficient_scope");
        assertRefused(api.get(hold, alice.accessToken()), 403, "insufficient_scope");
        Answer analyst = api.post("/api/clients", operator, "{\"name\":\"x\",\"scopes\":[\"analyst\"]}");
        String token = api.token(analyst.text("client"), analyst.text("secret"), "grant_type=client_credentials")
                .text("access_token");
        assertRefused(api.put(hold, token, "{}"), 403, "insufficient_scope");
    }

    @Test
    void someoneThereNeverWasIsNotHeld() {
        String nobody = "/api/accounts/" + UUID.randomUUID() + "/legal-hold";
        assertRefused(api.put(nobody, operator, "{}"), 404, "account_unknown");
        assertRefused(api.delete(nobody, operator), 404, "account_unknown");
        assertRefused(api.get(nobody, operator), 404, "account_unknown");
        assertRefused(api.get("/api/accounts/alice/legal-hold", operator), 404, "not_found");
    }

    private StreamId account() {
        return StreamId.account(UserId.of(alice.user()));
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
