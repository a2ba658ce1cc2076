package chat.parley.command.linkpreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.command.linkpreview.PageReader.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PageReaderTest {

    private static final URI FROM = URI.create("https://example.org/");

    private static Page read(String html) throws IOException {
        return PageReader.read(new PageFetcher.Fetched(FROM, html.getBytes(StandardCharsets.UTF_8), "UTF-8"));
    }

    @Test
    void whatAPageIsToShowComesBeforeWhatItIsCalled() throws IOException {
        Page page = read("""
                <title>Called</title><meta name=description content="Plain">
                <meta property="og:title" content=" Shown  &amp; read "><meta name="twitter:description" content="Short">
                <meta property="og:image" content="/a.png">""");
        assertThat(page).isEqualTo(new Page(FROM, "Shown & read", "Short", "/a.png"));
        assertThat(read("<title>\n Called\t so </title>")).isEqualTo(new Page(FROM, "Called so", null, null));
    }

    @Test
    void withoutATitleThereIsNothingToShow() {
        for (String html : new String[] {
            "", "plain text", "<title> \u200b </title>", "<title></title><meta property=og:title content=' '>"
        }) {
            assertThatThrownBy(() -> read(html)).as(html).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatTurnsTheTextAroundItIsLeftOutAndWhatIsLongIsCut() throws IOException {
        assertThat(read("<title>a\u202Eb\u0007c\u2066d\uFEFF</title>").title()).isEqualTo("ab cd");
        assertThat(read("<title>\uD83D\uDC69\u200D\uD83D\uDCBB \u0645\u0631\u062D\u0628\u0627</title>")
                        .title())
                .isEqualTo("\uD83D\uDC69\u200D\uD83D\uDCBB \u0645\u0631\u062D\u0628\u0627");
        String cut = read("<title>" + "\uD83D\uDE00".repeat(300) + "</title>").title();
        assertThat(cut.codePointCount(0, cut.length())).isEqualTo(200);
        assertThat(cut).endsWith("\uD83D\uDE00…");
    }

    @Test
    void markupOfATitleIsText() throws IOException {
        assertThat(read("<title>&lt;img src=x onerror=alert(1)&gt;</title>").title())
                .isEqualTo("<img src=x onerror=alert(1)>");
    }

    @Test
    void aPageSaysInWhichCharactersItIsWritten() throws IOException {
        byte[] latin = "<meta charset=windows-1252><title>Bücher</title>".getBytes(Charset.forName("windows-1252"));
        assertThat(PageReader.read(new PageFetcher.Fetched(FROM, latin, null)).title())
                .isEqualTo("Bücher");
    }

    @Test
    void elementsInElementsWithoutEndAreReadNoDeeperThanAPageGoes() throws IOException {
        assertThat(read("<title>Deep</title><body>" + "<svg><g>".repeat(50_000) + "</x>".repeat(20_000))
                        .title())
                .isEqualTo("Deep");
    }
}
