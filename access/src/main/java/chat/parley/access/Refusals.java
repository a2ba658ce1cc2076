package chat.parley.access;

import chat.parley.refusals.FieldProblem;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.refusals.Unreachable;
import java.io.EOFException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Maps any exception that reaches the edge of a service to a refusal. */
public final class Refusals {

    /** SQLSTATEs for a badly encoded string and for an invalid parameter. */
    private static final Set<String> NO_TEXT = Set.of("22021", "22023");

    private Refusals() {}

    public static Refused of(Throwable thrown) {
        return switch (thrown) {
            case Refused refused -> refused;
            case HttpMessageNotReadableException unreadable -> ofBody(unreadable);
            case MissingServletRequestParameterException missing -> ofParameter(missing.getParameterName());
            case MethodArgumentTypeMismatchException mismatch -> ofArgument(mismatch);
            case TypeMismatchException mismatch -> ofParameter(String.valueOf(mismatch.getPropertyName()));
            case Unreachable _,
                    NonTransientDataAccessResourceException _,
                    TransientDataAccessException _,
                    RecoverableDataAccessException _,
                    CannotCreateTransactionException _,
                    TransactionSystemException _ -> new Refused(Reason.UNAVAILABLE);
            case UncategorizedDataAccessException e when lostItsConnection(e) -> new Refused(Reason.UNAVAILABLE);
            case DataAccessException e
            when holdsNoText(e) -> new Refused(Reason.MALFORMED, "A text holds a character that no text can hold.");
            case InvalidParameterException _ ->
                new Refused(Reason.MALFORMED, "The parameters are not encoded as they have to be.");
            case BadRequestException _, EOFException _, SocketTimeoutException _ ->
                new Refused(Reason.MALFORMED, "The request did not arrive whole.");
            case InvalidMediaTypeException _ -> new Refused(Reason.MEDIA_TYPE_UNSUPPORTED);
            case ErrorResponse response -> ofStatus(response.getStatusCode().value());
            default -> new Refused(Reason.INTERNAL);
        };
    }

    /** An error from the database has a state. Without one, the driver or the pool reports a lost connection. */
    private static boolean lostItsConnection(UncategorizedDataAccessException failure) {
        return failure.getRootCause() instanceof SQLException said && said.getSQLState() == null;
    }

    /** A NUL character, or half a surrogate pair, which PostgreSQL cannot encode. */
    private static boolean holdsNoText(DataAccessException failure) {
        return failure.getRootCause() instanceof SQLException said && NO_TEXT.contains(said.getSQLState());
    }

    static Refused ofStatus(int status) {
        return new Refused(
                switch (status) {
                    case 501, 505 -> Reason.MALFORMED;
                    case 404 -> Reason.NOT_FOUND;
                    case 405 -> Reason.METHOD_NOT_ALLOWED;
                    case 406 -> Reason.NOT_ACCEPTABLE;
                    case 413 -> Reason.TOO_LARGE;
                    case 415 -> Reason.MEDIA_TYPE_UNSUPPORTED;
                    case 503 -> Reason.UNAVAILABLE;
                    default -> status >= 400 && status < 500 ? Reason.MALFORMED : Reason.INTERNAL;
                });
    }

    /** A malformed path variable means that the address does not exist; a malformed parameter is reported by its name. */
    private static Refused ofArgument(MethodArgumentTypeMismatchException mismatch) {
        boolean inPath = mismatch.getParameter()
                .hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class);
        return inPath ? new Refused(Reason.NOT_FOUND) : ofParameter(mismatch.getName());
    }

    private static Refused ofParameter(String name) {
        String sentence = "The parameter " + name + " is missing or has a value that is not understood.";
        return Refused.forFields(List.of(new FieldProblem(name, Reason.MALFORMED, sentence)));
    }

    private static Refused ofBody(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused;
            }
        }
        return UnreadableBody.refusal(unreadable.getCause());
    }
}
