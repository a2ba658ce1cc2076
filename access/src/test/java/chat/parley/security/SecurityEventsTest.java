package chat.parley.security;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.MachineClientId;
import chat.parley.access.MovableClock;
import chat.parley.access.Scope;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SecurityEventsTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "operations.md");

    private final List<String> lines = new ArrayList<>();
    private final SecurityEvents events = new SecurityEvents(List.of((_, json) -> lines.add(json)), new MovableClock());
    private final UserId alice = new UserId(UUID.randomUUID());
    private final MachineClientId warehouse = new MachineClientId(UUID.randomUUID());

    private static void asked(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @AfterEach
    void answered() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void anEventSaysWhenFromWhereWhoAndWhatAndNothingThatIsNotKnown() {
        asked("2001:db8::7");
        SessionId session = new SessionId(UUID.randomUUID());
        events.record(new SecurityEvent.SignedIn(alice, session));
        JsonNode line = JsonMapper.shared().readTree(lines.getFirst());
        assertThat(line.propertyNames()).containsExactly("id", "time", "kind", "address", "account", "session");
        assertThat(line.get("time").asString()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(line.get("kind").asString()).isEqualTo("signed_in");
        assertThat(line.get("address").asString()).isEqualTo("2001:db8::7");
        assertThat(line.get("account").asString()).isEqualTo(alice.toString());
        assertThat(line.get("session").asString()).isEqualTo(session.toString());
        RequestContextHolder.resetRequestAttributes();
        events.record(new SecurityEvent.SignInFailed(null));
        assertThat(JsonMapper.shared().readTree(lines.getLast()).propertyNames())
                .containsExactly("id", "time", "kind");
    }

    @Test
    void aFloodOfTheSameSaysNoMoreThanItsBeginning() {
        asked("192.0.2.1");
        for (int times = 0; times < 1_000; times++) {
            events.record(new SecurityEvent.Throttled("sign-in-address", null, null, null));
            events.record(new SecurityEvent.ScopeUsed(warehouse, Set.of(Scope.ANALYST), "GET /api/events"));
        }
        assertThat(lines).hasSize(2);
        asked("192.0.2.2");
        events.record(new SecurityEvent.Throttled("sign-in-address", null, null, null));
        events.record(new SecurityEvent.Throttled("sign-in-address", alice, null, null));
        assertThat(lines).hasSize(4);
    }

    @Test
    void everyAttemptToSignInCounts() {
        events.record(new SecurityEvent.SignInFailed(alice));
        events.record(new SecurityEvent.SignInFailed(alice));
        assertThat(lines).hasSize(2);
    }

    @Test
    void theDocumentNamesEveryKindWithWhatItHolds() throws Exception {
        List<String> rows = Files.readAllLines(DOCUMENT);
        assertThat(SecurityEvent.class.getPermittedSubclasses())
                .hasSizeGreaterThan(10)
                .allSatisfy(type -> {
                    String kind = "| `" + SecurityEvent.kind(type) + "` ";
                    assertThat(rows)
                            .filteredOn(row -> row.startsWith(kind))
                            .singleElement()
                            .satisfies(row -> assertThat(row)
                                    .contains(Arrays.stream(type.getRecordComponents())
                                            .map(component -> "`" + component.getName() + "`")
                                            .toList()));
                });
    }
}
