package chat.parley.command.linkpreview;

import chat.parley.command.text.VisibleText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.text.Normalizer;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads what a page says of itself. */
final class PageReader {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DESCRIPTION = 300;
    private static final String ELLIPSIS = "…";

    /** What a page says of itself stands near its root; each element looks at all those that it stands in. */
    private static final int DEEPEST = 64;

    private PageReader() {}

    /** @param picture as the page names it */
    record Page(
            URI from,
            String title,
            @Nullable String description,
            @Nullable String picture) {}

    /** @throws IOException it has no title */
    static Page read(PageFetcher.Fetched fetched) throws IOException {
        Document page = Jsoup.parse(
                new ByteArrayInputStream(fetched.bytes()),
                fetched.charset(),
                fetched.from().toString(),
                Parser.htmlParser().setMaxDepth(DEEPEST));
        String title = first(page, "og:title", "twitter:title")
                .or(() -> line(page.title(), LONGEST_TITLE))
                .flatMap(text -> line(text, LONGEST_TITLE))
                .orElseThrow(() -> new IOException("no title"));
        String description = first(page, "og:description", "twitter:description", "description")
                .flatMap(text -> line(text, LONGEST_DESCRIPTION))
                .orElse(null);
        String picture = first(page, "og:image:secure_url", "og:image", "og:image:url", "twitter:image")
                .orElse(null);
        return new Page(fetched.from(), title, description, picture);
    }

    private static Optional<String> first(Document page, String... names) {
        return Stream.of(names)
                .flatMap(name ->
                        page.select("meta[property=" + quoted(name) + "],meta[name=" + quoted(name) + "]").stream())
                .map((Element meta) -> meta.attr("content").strip())
                .filter(VisibleText::isIn)
                .findFirst();
    }

    private static String quoted(String name) {
        return "'" + name + "'";
    }

    /** On one line, without what is invisible or turns the text around it; cut where it is too long. Empty if nothing of it can be seen. */
    static Optional<String> line(String text, int most) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .map(PageReader::shown)
                .filter(codePoint -> codePoint >= 0)
                .forEach(plain::appendCodePoint);
        String line = Normalizer.normalize(plain, Normalizer.Form.NFC).strip().replaceAll(" {2,}", " ");
        if (!VisibleText.isIn(line)) {
            return Optional.empty();
        }
        if (line.codePointCount(0, line.length()) <= most) {
            return Optional.of(line);
        }
        return Optional.of(
                line.substring(0, line.offsetByCodePoints(0, most - 1)).strip() + ELLIPSIS);
    }

    /** Emoji are joined by characters of their own. */
    private static int shown(int codePoint) {
        boolean joins = codePoint == 0x200C || codePoint == 0x200D;
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> ' ';
            case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> -1;
            case Character.FORMAT -> joins ? codePoint : -1;
            default -> codePoint;
        };
    }
}
