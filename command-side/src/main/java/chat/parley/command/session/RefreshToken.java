package chat.parley.command.session;

import chat.parley.events.SessionId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A token for one refresh of its session. Only its hash is stored; a fast hash is enough for 256 random bits. */
public record RefreshToken(SessionId session, String secret) {

    private static final int SECRET_BYTES = 32;

    static RefreshToken of(SessionId session, SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new RefreshToken(session, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** @throws Refused {@link Reason#REFRESH_INVALID} */
    public static RefreshToken parse(String value) {
        int dot = value.indexOf('.');
        if (dot < 0) {
            throw new Refused(Reason.REFRESH_INVALID);
        }
        try {
            return new RefreshToken(SessionId.of(value.substring(0, dot)), value.substring(dot + 1));
        } catch (IllegalArgumentException e) {
            throw new Refused(Reason.REFRESH_INVALID);
        }
    }

    /** The token as sent to the client. */
    public String value() {
        return session + "." + secret;
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "RefreshToken[of " + session + "]";
    }
}
