package chat.parley.command.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTest {

    @Test
    void whatWasWrittenStaysAsItIs() {
        assertThat(MessageText.normalized("  two\n\n\tlines  ")).isEqualTo("  two\n\n\tlines  ");
    }

    @Test
    void theSameLettersAreTheSameText() {
        assertThat(MessageText.normalized("cafe\u0301")).isEqualTo(MessageText.normalized("caf\u00e9"));
    }

    @Test
    void everyLineEndsTheSameWay() {
        assertThat(MessageText.normalized("a\r\nb\rc\nd")).isEqualTo("a\nb\nc\nd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[31mred", "a\u0000", "a\u0085b", "a\u007f", "\u0000"})
    void otherControlCharactersAreRefused(String text) {
        assertRefused(text, Reason.TEXT_INVALID);
    }

    @Test
    void halfASurrogatePairIsRefused() {
        assertRefused("a\ud83d", Reason.TEXT_INVALID);
        assertRefused("\udc34\ud83d", Reason.TEXT_INVALID);
        assertThat(MessageText.normalized("\ud83d\udc34")).isEqualTo("\ud83d\udc34");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\n\t", "\u00a0", "\u200b\u200d", "\u3000", "\u3164", "\u2800\u2800", "\u034f", "\ufe0f"
            })
    void whatNobodyWouldSeeIsNoMessage(String text) {
        assertRefused(text, Reason.TEXT_EMPTY);
    }

    @Test
    void lengthIsCountedInCodePointsAfterNormalization() {
        assertThat(MessageText.normalized("\ud83d\udc34".repeat(2_000))).hasSize(4_000);
        assertThat(MessageText.normalized("e\u0301".repeat(2_000))).hasSize(2_000);
        assertRefused("x".repeat(2_001), Reason.TEXT_TOO_LONG);
    }

    private static void assertRefused(String text, Reason reason) {
        assertThatThrownBy(() -> MessageText.normalized(text))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
