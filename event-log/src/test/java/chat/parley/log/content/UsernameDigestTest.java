package chat.parley.log.content;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.log.LogContext;
import org.junit.jupiter.api.Test;

class UsernameDigestTest {

    @Test
    void aNameIsKnownAgainInEveryProcessAndInNoOtherLog() {
        LogContext.runner().run(one -> {
            byte[] digest = one.getBean(UsernameDigest.class).of("alice");
            assertThat(digest).hasSize(32);
            assertThat(one.getBean(UsernameDigest.class).of("alicf")).isNotEqualTo(digest);
            LogContext.runner()
                    .run(other -> assertThat(other.getBean(UsernameDigest.class).of("alice"))
                            .isEqualTo(digest));
            LogContext.onADatabaseOfItsOwn()
                    .run(elsewhere -> assertThat(
                                    elsewhere.getBean(UsernameDigest.class).of("alice"))
                            .isNotEqualTo(digest));
        });
    }
}
