package chat.parley.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints the problem and its remedy instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SchemaUnusableAnalyzer extends AbstractFailureAnalyzer<SchemaUnusable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SchemaUnusable cause) {
        return new FailureAnalysis(cause.problem(), cause.remedy(), cause);
    }
}
