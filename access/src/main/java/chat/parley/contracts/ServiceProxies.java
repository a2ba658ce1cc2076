package chat.parley.contracts;

import chat.parley.access.Caller;
import chat.parley.access.ServiceCaller;
import chat.parley.access.ServiceTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * Clients for the contracts of services in another process. A call carries a service token that names its caller, and a
 * refusal by the other service is thrown here with the same reason. All calls may be repeated.
 */
public final class ServiceProxies {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private ServiceProxies() {}

    /** @param address of the service, such as {@code http://command-side:8080} */
    public static <C> C of(Class<C> contract, URI address, ServiceTokens tokens) {
        return HttpServiceProxyFactory.builderFor(new ServiceRefusals(RestClientAdapter.create(client(address))))
                .customArgumentResolver((argument, _, request) -> namesCaller(argument, request, tokens))
                .build()
                .createClient(contract);
    }

    private static RestClient client(URI address) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_WITHIN)
                .build());
        requests.setReadTimeout(ANSWER_WITHIN);
        return RestClient.builder()
                .baseUrl(address)
                .requestFactory(requests)
                .requestInterceptor(new ClosedConnectionRetry())
                .defaultHeaders(headers -> headers.setContentType(MediaType.APPLICATION_JSON))
                .defaultStatusHandler(HttpStatusCode::isError, (_, answer) -> {
                    throw ServiceRefusals.of(address, answer);
                })
                .build();
    }

    private static boolean namesCaller(
            @Nullable Object argument, HttpRequestValues.Builder request, ServiceTokens tokens) {
        Caller caller = switch (argument) {
            case Caller person -> person;
            case ServiceCaller service -> service.caller();
            case null, default -> null;
        };
        if (caller == null) {
            return false;
        }
        request.configureHeaders(headers -> headers.setBearerAuth(tokens.serviceToken(caller)));
        return true;
    }
}
