package chat.parley.log.content;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints the problem and its remedy instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LogUnusableAnalyzer extends AbstractFailureAnalyzer<LogUnusable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, LogUnusable cause) {
        return new FailureAnalysis(cause.problem(), cause.remedy(), cause);
    }
}
