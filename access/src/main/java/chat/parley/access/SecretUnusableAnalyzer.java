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
                "Give every service the same two secrets, PARLEY_SECRET_ACCESS and PARLEY_SECRET_SERVICE, and the command side "
                        + "PARLEY_SECRET_OPERATOR and PARLEY_SECRET_DEPLOYMENT as well, each base64url of at least 32 random bytes, e.g. from: "
                        + "openssl rand -base64 32 | tr '+/' '-_'",
                cause);
    }
}
