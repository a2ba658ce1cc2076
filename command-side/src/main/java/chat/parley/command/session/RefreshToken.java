package chat.parley.command.session;

import chat.parley.command.deployment.DeploymentKey;
import chat.parley.events.SessionId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A token for one refresh of its session: 256 random bits, and a digest that only the deployment can compute, so that a token that was once
 * issued can be told from one that never was. Only its hash is stored; a fast hash is enough for what is random.
 */
public record RefreshToken(SessionId session, String secret) {

    private static final int RANDOM_BYTES = 32;
    private static final int DIGEST_BYTES = 16;

    static RefreshToken of(SessionId session, SecureRandom random, DeploymentKey deployment) {
        byte[] secret = new byte[RANDOM_BYTES];
        random.nextBytes(secret);
        byte[] whole = Arrays.copyOf(secret, RANDOM_BYTES + DIGEST_BYTES);
        System.arraycopy(digest(session, secret, deployment), 0, whole, RANDOM_BYTES, DIGEST_BYTES);
        return new RefreshToken(session, Base64.getUrlEncoder().withoutPadding().encodeToString(whole));
    }

    /** Whether this deployment issued it for its session, at whatever time. */
    boolean wasIssuedBy(DeploymentKey deployment) {
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(secret);
        } catch (IllegalArgumentException _) {
            return false;
        }
        return whole.length == RANDOM_BYTES + DIGEST_BYTES
                && MessageDigest.isEqual(
                        digest(session, Arrays.copyOf(whole, RANDOM_BYTES), deployment),
                        Arrays.copyOfRange(whole, RANDOM_BYTES, whole.length));
    }

    private static byte[] digest(SessionId session, byte[] random, DeploymentKey deployment) {
        String text = "refresh token " + session + " " + HexFormat.of().formatHex(random);
        return Arrays.copyOf(deployment.digest(text), DIGEST_BYTES);
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
