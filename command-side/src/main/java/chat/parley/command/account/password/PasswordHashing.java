package chat.parley.command.account.password;

import chat.parley.access.WellFormedText;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with two passes and one lane, by default over 19 MiB (OWASP Password Storage Cheat Sheet). Hashes are computed on half of
 * the processors at most, and few wait, so that a flood of sign-ins leaves the others their answers.
 */
@Component
public final class PasswordHashing {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int PASSES = 2;
    private static final Duration TURN_WITHIN = Duration.ofSeconds(5);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Argon2PasswordEncoder argon2;
    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
    private final int mostWaiting;
    private final String nobodys;

    /**
     * @param mostWaiting how many may wait for their turn
     * @param memory in KiB, which a new hash fills; older ones are compared with what they say of themselves
     */
    PasswordHashing(
            @Value("${parley.hashing.waiting:16}") int mostWaiting,
            @Value("${parley.hashing.memory:19456}") int memory) {
        this.mostWaiting = mostWaiting;
        this.argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, memory, PASSES);
        this.nobodys = encoded("nobody has this password");
    }

    /** @throws Refused {@link Reason#SLOW_DOWN} if too many wait, or no turn comes in time */
    public String hash(String password) {
        return inTurn(() -> encoded(password));
    }

    /**
     * Takes the same time whether or not there is a hash to compare with.
     *
     * @throws Refused {@link Reason#SLOW_DOWN} if too many wait, or no turn comes in time
     */
    public boolean matches(String password, @Nullable String hash) {
        boolean whole = WellFormedText.areAllOf(password);
        boolean same = inTurn(() -> argon2.matches(whole ? composed(password) : "", hash == null ? nobodys : hash));
        return same && whole && hash != null;
    }

    private String encoded(String password) {
        String hash = argon2.encode(composed(password));
        if (hash == null) {
            throw new IllegalStateException("Argon2 gives null for a null password only");
        }
        return hash;
    }

    /** Keyboards compose the same letter differently, so passwords are normalized. */
    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!isTurn()) {
                throw new Refused(Reason.SLOW_DOWN, Reason.SLOW_DOWN.sentence(), RETRY_AFTER);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(Reason.UNAVAILABLE);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private boolean isTurn() throws InterruptedException {
        // Without a time it would not wait behind those who came before.
        return turns.tryAcquire(0, TimeUnit.SECONDS)
                || (turns.getQueueLength() < mostWaiting
                        && turns.tryAcquire(TURN_WITHIN.toMillis(), TimeUnit.MILLISECONDS));
    }
}
