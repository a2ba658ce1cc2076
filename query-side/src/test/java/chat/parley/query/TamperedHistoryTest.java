package chat.parley.query;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Somebody writes into Cassandra: nothing is shown that the log did not put where it is, and everything else is shown as ever. */
@ExtendWith(OutputCaptureExtension.class)
class TamperedHistoryTest {

    private static final List<String> AS_WRITTEN = List.of("text 1", "text 2", "text 3", "text 4", "text 5");

    private final UserId alice = World.someone();
    private final UserId bob = World.someone();
    /** Alice wrote the odd ones. */
    private final ConversationId conversation = World.chat(alice, bob, 5);

    private final String messages = "/api/conversations/" + conversation + "/messages";
    private final double refusedBefore = refused();

    private static double refused() {
        return Http.getManaged("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("parley_query_refused_rows_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private void pageIsAsWrittenAndRefuses(int rows) {
        for (int repeated = 0; repeated < 2; repeated++) {
            Http.Answer page = Http.get(bob, messages + "?after=0");
            assertThat(page.of("text")).isEqualTo(AS_WRITTEN);
            assertThat(page.of("author")).containsExactly(name(alice), name(bob), name(alice), name(bob), name(alice));
            assertThat(page.body()).doesNotContain("gone");
            assertThat(refused() - refusedBefore).isEqualTo(rows);
        }
    }

    private static String name(UserId user) {
        return user.toString();
    }

    private Forgery row(long number) {
        return Forgery.of(ViewRows.read(conversation, number));
    }

    @Test
    void aRowThatWasTakenApartAndPutTogetherAgainIsStillTheLogs() {
        ViewRows.replace(conversation, 3, row(3).bytes());

        pageIsAsWrittenAndRefuses(0);
    }

    @Test
    void aForgedTextIsNotShown(CapturedOutput logged) {
        Forgery forged = row(3).withText("never said");
        ViewRows.replace(conversation, 3, forged.sealed());
        ViewRows.replace(conversation, 4, row(4).withText("never said").bytes());

        pageIsAsWrittenAndRefuses(2);
        assertThat(logged)
                .containsOnlyOnce("history view at " + conversation + "/3/3 is not what the log put there: seal")
                .containsOnlyOnce("history view at " + conversation + "/4/4 is not what the log put there: seal")
                .doesNotContain("never said");
    }

    @Test
    void anAlteredPayloadIsNotShown() {
        ViewRows.replace(
                conversation,
                3,
                row(3).withPayload(it -> it.replace(name(alice), name(bob))).sealed());
        ViewRows.replace(
                conversation,
                5,
                row(5).withPayload(it -> it.replace("\"number\":5", "\"number\":4"))
                        .bytes());

        pageIsAsWrittenAndRefuses(2);
    }

    @Test
    void oneBitThatWasAlteredAnywhereIsNoticed() {
        byte[] whole = ViewRows.read(conversation, 2);
        List<Integer> places = IntStream.iterate(0, place -> place < whole.length, place -> place + 61)
                .boxed()
                .toList();
        for (int place : places) {
            byte[] altered = whole.clone();
            altered[place] ^= 4;
            ViewRows.replace(conversation, 2, altered);
            assertThat(Http.get(bob, messages + "?after=0").of("text")).isEqualTo(AS_WRITTEN);
        }

        pageIsAsWrittenAndRefuses(places.size());
    }

    @Test
    void aRowOfTheLogIsShownInItsOwnPlaceOnly(CapturedOutput logged) {
        UserId carol = World.someone();
        ConversationId other = World.chat(alice, carol, 5);
        ViewRows.replace(conversation, 1, ViewRows.read(conversation, 3));
        ViewRows.replace(conversation, 5, ViewRows.read(other, 5));

        pageIsAsWrittenAndRefuses(2);
        assertThat(logged).contains("history view at " + conversation + "/1/1 is not what the log put there: place");
        assertThat(Http.get(carol, "/api/conversations/" + other + "/messages?after=0")
                        .of("text"))
                .isEqualTo(AS_WRITTEN);
    }

    @Test
    void theDeletionOfOneMessageDeletesNoOther() {
        UserId carol = World.someone();
        World.start(alice, carol).show();
        ConversationId other = World.between(alice, carol);
        World.Recorded sent = World.send(other, alice, 1, "never mind").show();
        World.delete(sent, 2).show();
        ViewRows.replace(conversation, 1, ViewRows.read(other, 1));

        pageIsAsWrittenAndRefuses(1);
    }

    @Test
    void whatIsNoRowAtAllIsReadFromTheLog() {
        ViewRows.replace(conversation, 1, new byte[0]);
        ViewRows.replace(conversation, 2, new byte[] {1});
        ViewRows.replace(conversation, 3, new byte[10_000]);

        pageIsAsWrittenAndRefuses(3);
    }

    @Test
    void aMessageThatWasMadeUpIsNotThereAndHidesNone() {
        byte[] genuine = ViewRows.read(conversation, 5);
        for (long sequence : new long[] {-1, 0, 4, 77}) {
            ViewRows.write(conversation, 5, sequence, genuine, 1);
        }

        pageIsAsWrittenAndRefuses(4);
        Http.Answer first = Http.get(bob, messages + "?limit=5");
        assertThat(first.of("text")).containsExactly("text 5");
        assertThat(Http.get(bob, messages + "?limit=5&cursor=" + first.next()).of("text"))
                .containsExactly("text 4", "text 3", "text 2", "text 1");
        assertThat(lastText()).isEqualTo("text 5");
        assertThat(Http.get(alice, messages + "/5/receipts")
                        .json()
                        .get("number")
                        .asLong())
                .isEqualTo(5);
    }

    @Test
    void theListAndTheReceiptsBelieveNoRowEither() {
        ViewRows.replace(conversation, 5, row(5).withText("never said").sealed());

        assertThat(lastText()).isEqualTo("text 5");
        JsonNode receipts = Http.get(alice, messages + "/5/receipts").json().get("receipts");
        assertThat(StreamSupport.stream(receipts.spliterator(), false)
                        .map(receipt -> receipt.get("member").asString()))
                .containsExactly(name(bob));
        assertThat(refused() - refusedBefore).isEqualTo(1);
    }

    private String lastText() {
        return Http.get(bob, "/api/conversations")
                .items()
                .get(0)
                .get("lastMessage")
                .get("text")
                .asString();
    }

    @Test
    void whereTheLogHasForgottenTheMessageSaysWhy() {
        World.Recorded sent = World.send(conversation, bob, 6, "never mind").show();
        byte[] before = ViewRows.read(conversation, 6);
        World.delete(sent, 7).show();
        ViewRows.replace(
                conversation, 6, Forgery.of(before).withText("never said").sealed());
        assertThat(gone(6)).isEqualTo("deleted");

        World.register(alice, "a" + alice.toString().substring(0, 8), "Alice");
        World.erase(alice);
        ViewRows.replace(conversation, 5, row(5).withText("never said").sealed());
        assertThat(gone(5)).isEqualTo("erased");
        assertThat(gone(3)).isEqualTo("erased");
        assertThat(refused() - refusedBefore).isEqualTo(2);
    }

    @Test
    void whatAnErasedPersonWroteIsNotBroughtBackByAnyCopyOfIt() {
        World.register(alice, "a" + alice.toString().substring(0, 8), "Alice");
        byte[] before = ViewRows.read(conversation, 5);
        World.erase(alice).show();
        ViewRows.replace(conversation, 5, before);

        assertThat(gone(5)).isEqualTo("erased");
        assertThat(refused() - refusedBefore).isZero();
    }

    private String gone(long number) {
        return Http.get(bob, messages + "?limit=1&before=" + (number + 1))
                .items()
                .get(0)
                .get("gone")
                .asString();
    }

    @Test
    void healthTellsWhichRowsWereRefused() {
        ViewRows.replace(conversation, 2, new byte[] {1, 2, 3});
        pageIsAsWrittenAndRefuses(1);

        HealthDescriptor health =
                Objects.requireNonNull(QueryService.bean(HealthEndpoint.class).healthForPath("refusedRows"));
        assertThat(health.getStatus().getCode()).isEqualTo("UP");
        assertThat(String.valueOf(((IndicatedHealthDescriptor) health).getDetails()))
                .contains(conversation + "/2/2");
    }
}
