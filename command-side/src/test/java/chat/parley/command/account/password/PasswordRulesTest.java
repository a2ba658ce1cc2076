package chat.parley.command.account.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "ten chars!", "\ud83d\udc34\ud83d\udd0b\ud83d\udccecorrect"})
    void goodOnes(String password) {
        assertThat(PasswordRules.isWeak(password, "alice")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nine char", "aaaaaaaaaaaaa", "Password123", "1234567890", "my name is Alice"})
    void weakOnes(String password) {
        assertThat(PasswordRules.isWeak(password, "alice")).isTrue();
    }

    @Test
    void lengthCountsWhatAPersonCounts() {
        assertThat(PasswordRules.isWeak("abcdefgh" + "e\u0301", "alice")).isTrue();
        assertThat(PasswordRules.isWeak("abcdefghi" + "e\u0301", "alice")).isFalse();
        assertThat(PasswordRules.isWeak("\ud83d\udc34\ud83d\udd0b\ud83d\udcce12345", "alice"))
                .isTrue();
        assertThat(PasswordRules.isWeak("ab".repeat(64), "alice")).isFalse();
        assertThat(PasswordRules.isWeak("ab".repeat(64) + "a", "alice")).isTrue();
    }
}
