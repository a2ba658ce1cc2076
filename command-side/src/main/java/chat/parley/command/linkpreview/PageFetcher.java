package chat.parley.command.linkpreview;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Gets what other people's servers answer: each connection goes to addresses that were checked for it, each redirect is an address that is checked
 * anew, and nothing is told of who asks. Takes as long as it takes: whoever asks interrupts it.
 */
@Component
final class PageFetcher implements DisposableBean {

    private static final int MOST_REDIRECTS = 3;
    private static final int MOST_HEADER_BYTES = 16 * 1024;
    private static final int MOST_HEADERS = 128;
    private static final Timeout CONNECT = Timeout.ofSeconds(3);
    private static final Timeout SILENCE = Timeout.ofSeconds(4);
    private static final int AT_ONCE = 64;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** Many sites tell only what calls itself so what it is to show. */
    private static final String AGENT = "Mozilla/5.0 (compatible; ParleyLinkPreview/1.0)";

    /** What is asked for. */
    enum Wanted {
        /** Its beginning: what is read is near it. */
        PAGE("text/html,application/xhtml+xml", 512 * 1024, true),
        PICTURE("image/jpeg,image/png,image/webp,image/gif,image/bmp", 5 * 1024 * 1024, false);

        private final String types;
        private final int most;
        private final boolean beginning;

        Wanted(String types, int most, boolean beginning) {
            this.types = types;
            this.most = most;
            this.beginning = beginning;
        }

        boolean isMet(@Nullable ContentType type) {
            return type != null
                    && List.of(types.split(",")).contains(type.getMimeType().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * @param from the address that answered
     * @param charset as the answer says; null if it does not
     */
    record Fetched(URI from, byte[] bytes, @Nullable String charset) {}

    private final PageAddresses pages;
    private final CloseableHttpClient client;

    @Autowired
    PageFetcher(PageAddresses pages, PublicAddresses addresses) {
        this(pages, new CheckedResolver(InetAddress::getAllByName, addresses));
    }

    PageFetcher(PageAddresses pages, CheckedResolver resolver) {
        this.pages = pages;
        this.client = client(resolver);
    }

    /** A client made so asks no proxy, whatever the environment says. */
    private static CloseableHttpClient client(CheckedResolver resolver) {
        Http1Config limits = Http1Config.custom()
                .setMaxLineLength(MOST_HEADER_BYTES)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        return HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(limits)
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(SILENCE)
                                .build())
                        .setMaxConnTotal(AT_ONCE)
                        .setMaxConnPerRoute(AT_ONCE)
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(SILENCE).build())
                .setConnectionReuseStrategy((_, _, _) -> false)
                .setUserAgent(AGENT)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
    }

    /** @throws IOException it is not there, or not as it has to be */
    Fetched get(URI address, Wanted wanted) throws IOException {
        URI at = address;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Answer answer = ask(at, wanted);
            if (answer.fetched() != null) {
                return answer.fetched();
            }
            URI from = at;
            at = Optional.ofNullable(answer.elsewhere())
                    .flatMap(link -> pages.linkedFrom(from, link))
                    .orElseThrow(() -> new IOException("leads nowhere"));
        }
        throw new IOException("leads from one address to the next");
    }

    private record Answer(
            @Nullable Fetched fetched, @Nullable String elsewhere) {}

    /** What is left of the answer is not read: the connection ends. */
    private Answer ask(URI at, Wanted wanted) throws IOException {
        HttpGet request = new HttpGet(at);
        request.setHeader(HttpHeaders.ACCEPT, wanted.types);
        HttpHost host = new HttpHost(at.getScheme(), at.getHost(), at.getPort());
        try {
            return read(client.executeOpen(host, request, HttpClientContext.create()), at, wanted);
        } finally {
            request.cancel();
        }
    }

    private static Answer read(ClassicHttpResponse response, URI at, Wanted wanted) throws IOException {
        long headerBytes = Stream.of(response.getHeaders())
                .mapToLong(header -> header.getName().length()
                        + (header.getValue() == null ? 0 : header.getValue().length()))
                .sum();
        require(headerBytes <= MOST_HEADER_BYTES, "long headers");
        if (REDIRECTS.contains(response.getCode())) {
            Header location = response.getFirstHeader(HttpHeaders.LOCATION);
            return new Answer(null, location == null ? null : location.getValue());
        }
        require(response.getCode() == 200, "no success");
        HttpEntity entity = response.getEntity();
        require(entity != null && !response.containsHeader(HttpHeaders.CONTENT_ENCODING), "encoded");
        ContentType type = ContentType.parseLenient(entity.getContentType());
        require(wanted.isMet(type), "another type");
        require(wanted.beginning || entity.getContentLength() <= wanted.most, "large");
        byte[] bytes = entity.getContent().readNBytes(wanted.most + (wanted.beginning ? 0 : 1));
        require(bytes.length <= wanted.most, "large");
        String charset = type.getCharset() == null ? null : type.getCharset().name();
        return new Answer(new Fetched(at, bytes, charset), null);
    }

    private static void require(boolean fulfilled, String fault) throws IOException {
        if (!fulfilled) {
            throw new IOException(fault);
        }
    }

    @Override
    public void destroy() throws IOException {
        client.close();
    }
}
