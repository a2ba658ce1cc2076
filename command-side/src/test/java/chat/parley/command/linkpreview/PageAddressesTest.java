package chat.parley.command.linkpreview;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageAddressesTest {

    private static final PageAddresses ADDRESSES = new PageAddresses(new LinkPreviewSettings(true, List.of(), false));
    private static final PageAddresses ANY_PORT = new PageAddresses(new LinkPreviewSettings(true, List.of(), true));

    @ParameterizedTest
    @CsvSource({
        "https://example.org, https://example.org/",
        "HTTP://Example.ORG/A?b=C#d, http://example.org/A?b=C",
        "https://example.org?q, https://example.org/?q",
        "http://example.org:80/, http://example.org:80/",
        "https://example.org:443/, https://example.org:443/",
        "http://93.184.216.34/, http://93.184.216.34/",
        "http://[2606:2800:220:1::1]/, http://[2606:2800:220:1::1]/",
        "https://xn--bcher-kva.example.org/, https://xn--bcher-kva.example.org/",
        "https://example.org/a|b{c}?%zz, https://example.org/a%7Cb%7Bc%7D?%25zz",
    })
    void ordinaryAddressesAreLookedAt(String address, String read) {
        assertThat(ADDRESSES.of(address)).contains(URI.create(read));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // neither http nor https
                "ftp://example.org/",
                "file:///etc/passwd",
                "gopher://example.org:80/",
                "javascript:alert(1)",
                "data:text/html,x",
                "//example.org/",
                "example.org",
                "",
                // ports
                "http://example.org:22/",
                "http://example.org:8080/",
                "http://example.org:0/",
                "http://example.org:/",
                "http://example.org:65616/",
                "http://example.org:+80/",
                // userinfo
                "http://user@example.org/",
                "http://user:secret@example.org/",
                "http://example.org@127.0.0.1/",
                // what is read in different ways
                "http://example.org\\@127.0.0.1/",
                "http:\\\\example.org\\",
                "http://exam\tple.org/",
                "http://example.org/a b",
                "http://example.org/\n",
                "http://example.org/\u0000",
                "http://example.org/ü",
                "http://bücher.example/",
                "http://%65xample.org/",
                "http://example.org%2f.internal.org/",
                "http://exam_ple.org/",
                "http://example.org./",
                "http://.example.org/",
                "http://example..org/",
                "http://-example.org/",
                "http:///example.org/",
                // numbers that are not canonical
                "http://127.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://127.0.0.01/",
                "http://1.2.3.4.5/",
                "http://1.2.3.256/",
                "http://example.1/",
                "http://example.0x1/",
                "http://[fe80::1%25eth0]/",
                "http://[::1/",
                // names of inside
                "http://localhost/",
                "http://intranet/",
                "http://a.localhost/",
                "http://printer.local/",
                "http://metadata.google.internal/",
                "http://router.home.arpa/",
                "http://example.onion/",
            })
    void whatPublicPagesDoNotHaveIsRefused(String address) {
        assertThat(ADDRESSES.of(address)).isEmpty();
    }

    @Test
    void anAddressHasALimit() {
        String long2048 = "https://example.org/" + "a".repeat(2_048 - 20);
        assertThat(ADDRESSES.of(long2048)).isPresent();
        assertThat(ADDRESSES.of(long2048 + "a")).isEmpty();
    }

    @Test
    void otherPortsAreOpenedByASetting() {
        assertThat(ANY_PORT.of("http://example.org:8080/")).contains(URI.create("http://example.org:8080/"));
    }

    @Test
    void linksAreRelativeToTheirPageAndCheckedAnew() {
        URI page = URI.create("https://example.org/a/b?c");
        assertThat(ADDRESSES.linkedFrom(page, "d.png")).contains(URI.create("https://example.org/a/d.png"));
        assertThat(ADDRESSES.linkedFrom(page, "/ü x.png")).contains(URI.create("https://example.org/%C3%BC%20x.png"));
        assertThat(ADDRESSES.linkedFrom(page, "//cdn.example.org/x")).contains(URI.create("https://cdn.example.org/x"));
        assertThat(ADDRESSES.linkedFrom(page, "https://other.example.org/#x"))
                .contains(URI.create("https://other.example.org/"));
        for (String refused : List.of(
                "http://example.org/",
                "http://localhost/",
                "https://localhost/",
                "//127.1/",
                "file:///x",
                "\\\\x",
                "https://a@b.org/")) {
            assertThat(ADDRESSES.linkedFrom(page, refused)).as(refused).isEmpty();
        }
        assertThat(ADDRESSES.linkedFrom(URI.create("http://example.org/"), "https://example.org/"))
                .isPresent();
    }
}
