package chat.parley.command.account.status;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.events.StatusChanged;
import chat.parley.events.StatusDetails;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CommandSideTest
class StatusOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    private Api api;
    private Person alice;

    @BeforeEach
    void onePerson() {
        api = new Api(port);
        alice = api.register("alice");
    }

    @Test
    void aStatusIsRecordedWholeAndTakenBack() {
        Instant end = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        assertThat(change("{\"emoji\":\"\uD83C\uDF34\",\"line\":\" At the sea \",\"until\":\"" + end + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(last()).isEqualTo(new StatusDetails("\uD83C\uDF34", "At the sea", end, null));
        assertThat(change("{\"line\":\"\",\"quietUntil\":\"" + end + "\"}").status())
                .isEqualTo(200);
        assertThat(last()).isEqualTo(new StatusDetails(null, null, null, end));
        assertThat(change("{}").status()).isEqualTo(200);
        assertThat(last()).isEqualTo(new StatusDetails(null, null, null, null));
    }

    @Test
    void whatIsWrongIsSaidOfEachField() {
        Answer wrong = change("{\"emoji\":\"no\",\"line\":\"" + "x".repeat(201)
                + "\",\"until\":\"2020-01-01T00:00:00Z\",\"quietUntil\":\"2020-01-01T00:00:00Z\"}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString() + " "
                                + error.get("code").asString()))
                .containsExactly("emoji emoji_invalid", "line line_invalid", "until time_past", "quietUntil time_past");
        assertThat(change("{\"until\":\"soon\"}").text("code")).isEqualTo("malformed");
    }

    private Answer change(String body) {
        return api.put("/api/me/status", alice.accessToken(), body);
    }

    private StatusDetails last() {
        StatusChanged changed =
                (StatusChanged) log.readStreamBackwards(StreamId.account(UserId.of(alice.user())), Long.MAX_VALUE, 1)
                        .getFirst()
                        .event();
        return Objects.requireNonNull(changed.content());
    }
}
