package chat.parley.command.account.register;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.refusals.FieldProblem;
import chat.parley.refusals.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewAccountTest {

    @Test
    void whatIsRightIsKeptTidied() {
        NewAccount account = account(" Alice.B ", "Zoe\u0308 ", "zoe@example.org ", " ");
        assertThat(account.problems()).isEmpty();
        assertThat(account.details().username()).isEqualTo("alice.b");
        assertThat(account.details().displayName()).isEqualTo("Zo\u00eb");
        assertThat(account.details().email()).isEqualTo("zoe@example.org");
        assertThat(account.details().phone()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "a_b", "...", "20_characters_in_all", "007"})
    void usernamesThatWillDo(String username) {
        assertThat(account(username, "Zoe", "zoe@example.org", null).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "21_characters_in_all_", "a-b", "a b c", "zo\u00eb", "abc\n\u0000", "\u0430bc"})
    void usernamesThatWillNot(String username) {
        assertBlamed(account(username, "Zoe", "zoe@example.org", null), "username", Reason.USERNAME_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Z", "O'Neill", "\u5f20\u4f1f", "\ud83d\udc69\u200d\ud83d\ude80 Sally", "Jr.  3"})
    void namesThatWillDo(String name) {
        assertThat(account("alice", name, "zoe@example.org", null).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u200b",
                "\u034f",
                "\u3164",
                "\u2800",
                "a\nb",
                "a\u0000",
                "\u202egnihtyna",
                "\ud83d",
                "fifty-one characters, which is one more than a name"
            })
    void namesThatWillNot(String name) {
        assertBlamed(account("alice", name, "zoe@example.org", null), "displayName", Reason.DISPLAY_NAME_INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "zoe",
                "@example.org",
                "zoe@",
                "zoe@example",
                "zoe@@example.org",
                "z oe@example.org",
                "z\u00a0oe@example.org",
                "zoe@exam\u3000ple.org",
                "zoe@example..org"
            })
    void addressesThatWillNot(String email) {
        assertBlamed(account("alice", "Zoe", email, null), "email", Reason.EMAIL_INVALID);
    }

    @Test
    void anAddressIsAtMost254Characters() {
        String domain = ("x".repeat(60) + ".").repeat(4) + "org";
        assertThat(account("alice", "Zoe", "a@" + domain, null).problems()).isEmpty();
        assertBlamed(account("alice", "Zoe", "a".repeat(20) + "@" + domain, null), "email", Reason.EMAIL_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "0044123456789", "+0123456789", "+49 30 123", "+1234567890123456"})
    void numbersThatWillNot(String phone) {
        assertBlamed(account("alice", "Zoe", "zoe@example.org", phone), "phone", Reason.PHONE_INVALID);
    }

    @Test
    void aPasswordIsNotTold() {
        assertThat(account("alice", "Zoe", "zoe@example.org", null).toString()).doesNotContain("horse");
    }

    private static NewAccount account(String username, String name, String email, @Nullable String phone) {
        return new NewAccount(username, "correct horse battery", name, email, phone, null, null);
    }

    private static void assertBlamed(NewAccount account, String field, Reason reason) {
        assertThat(account.problems()).containsExactly(new FieldProblem(field, reason));
    }
}
