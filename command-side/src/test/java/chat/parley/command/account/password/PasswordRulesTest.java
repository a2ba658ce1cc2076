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
    @ValueSource(
            strings = {
                "",
                "nine char",
                "aaaaaaaaaaaaa",
                "Password123",
                "1234567890",
                "my name is Alice",
                "Winter2026!",
                "P@ssw0rd2026",
                "qwertyuiop",
                "iloveyou123",
                "1q2w3e4r5t",
                "abcdefghijkl",
                "abababababab",
                "Parley2026!"
            })
    void weakOnes(String password) {
        assertThat(PasswordRules.isWeak(password, "alice")).isTrue();
    }

    @Test
    void lengthCountsWhatAPersonCounts() {
        assertThat(PasswordRules.isWeak("kzqwxfbv" + "e\u0301", "alice")).isTrue();
        assertThat(PasswordRules.isWeak("kzqwxfbvi" + "e\u0301", "alice")).isFalse();
        assertThat(PasswordRules.isWeak("\ud83d\udc34\ud83d\udd0b\ud83d\udcce12345", "alice"))
                .isTrue();
        assertThat(PasswordRules.isWeak("a quiet green lamp " + "x".repeat(109), "alice"))
                .isFalse();
        assertThat(PasswordRules.isWeak("a quiet green lamp " + "x".repeat(110), "alice"))
                .isTrue();
    }
}
