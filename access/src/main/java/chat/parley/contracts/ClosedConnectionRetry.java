package chat.parley.contracts;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Retries once after a broken connection: a kept-alive one may have been closed by the other side at this moment, which says
 * nothing about the service.
 */
final class ClosedConnectionRetry implements ClientHttpRequestInterceptor {

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        try {
            return execution.execute(request, body);
        } catch (ConnectException | HttpTimeoutException e) {
            throw e;
        } catch (IOException _) {
            return execution.execute(request, body);
        }
    }
}
