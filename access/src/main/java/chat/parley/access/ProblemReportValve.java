package chat.parley.access;

import chat.parley.refusals.Refused;
import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what Tomcat refuses before any servlet sees it, such as a malformed address. Public because Tomcat creates it by
 * its name.
 */
public final class ProblemReportValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Refused refused = Refusals.ofStatus(response.getStatus());
        response.setStatus(refused.reason().status());
        try {
            Writer writer = reporter(response);
            if (writer != null) {
                writer.write(JsonMapper.shared().writeValueAsString(Problem.of(refused)));
                response.finishResponse();
            }
        } catch (IOException e) {
            // The client is gone.
            containerLog("the refusal could not be sent", e);
        }
    }

    private static @Nullable Writer reporter(Response response) throws IOException {
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        return response.getReporter();
    }

    private void containerLog(String message, IOException e) {
        if (container.getLogger().isDebugEnabled()) {
            container.getLogger().debug(message, e);
        }
    }
}
