package chat.parley.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints the problem and its remedy instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SecretUnusableAnalyzer extends AbstractFailureAnalyzer<SecretUnusable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SecretUnusable cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "docs/operations.md tells which service has which. Random ones, PARLEY_SECRET_MASTER, _OPERATOR and _DEPLOYMENT, are base64url of at"
                        + " least 32 random bytes, e.g. from: openssl rand -base64 32 | tr '+/' '-_'. The keys of tokens are pairs, a private one in"
                        + " PARLEY_SECRET_ACCESS (command side) or _SERVICE (gateway), and the public one in PARLEY_PUBLICKEY_ACCESS or _SERVICE"
                        + " everywhere: openssl genpkey -algorithm ed25519 -outform DER | openssl base64 -A, and of that: openssl base64 -A -d | openssl pkey"
                        + " -inform DER -pubout -outform DER | openssl base64 -A",
                cause);
    }
}
