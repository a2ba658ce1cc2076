package chat.parley.command.account.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashingTest {

    private final PasswordHashing hashing = new PasswordHashing();

    @Test
    void aPasswordMatchesItsOwnHashOnly() {
        String hash = hashing.hash("correct horse battery");
        assertThat(hashing.matches("correct horse battery", hash)).isTrue();
        assertThat(hashing.matches("correct horse batterie", hash)).isFalse();
    }

    @Test
    void theSamePasswordHasAnotherHashEachTime() {
        assertThat(hashing.hash("correct horse battery")).isNotEqualTo(hashing.hash("correct horse battery"));
    }

    @Test
    void itDoesNotMatterHowAKeyboardComposesALetter() {
        assertThat(hashing.matches("cafe\u0301 au lait", hashing.hash("caf\u00e9 au lait")))
                .isTrue();
    }

    @Test
    void withoutAHashNothingMatches() {
        assertThat(hashing.matches("nobody has this password", null)).isFalse();
    }
}
