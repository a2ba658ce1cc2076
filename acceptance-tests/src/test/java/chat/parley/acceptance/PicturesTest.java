package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every view of the web client in every width and colour scheme, kept as a picture in {@code target/screenshots} for people to look
 * at. What a program can see is checked: nothing is wider than the window, and axe finds nothing wrong.
 */
@Tag("long")
class PicturesTest {

    private static final Path AXE = Path.of("..", "web-client", "node_modules", "axe-core", "axe.min.js");
    private static final String VIOLATIONS = """
            () => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
              .then(found => found.violations.map(each => each.id + ': ' + each.nodes.map(node => node.target).join(' ')))""";

    record Look(int width, int height, ColorScheme scheme) {

        String file(String view) {
            return "look-%s-%d-%s".formatted(view, width, scheme.name().toLowerCase(Locale.ROOT));
        }
    }

    static Stream<Look> looks() {
        return Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                .flatMap(scheme -> Stream.of(
                        new Look(320, 640, scheme), new Look(768, 1024, scheme), new Look(1440, 900, scheme)));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyViewFitsAndCanBeUsedByEveryone(Look look) {
        String suffix = UUID.randomUUID().toString().substring(0, 6);
        NewContextOptions options = new NewContextOptions()
                .setViewportSize(look.width(), look.height())
                .setColorScheme(look.scheme());
        try (Browser browser = new Browser();
                BrowserContext alices = browser.someone(options);
                BrowserContext bobs = browser.someone(new NewContextOptions())) {
            Page first = alices.newPage();
            first.navigate(World.shared().queries().toString());
            first.getByRole(AriaRole.LINK, Visitor.named("Create an account")).waitFor();
            look(first, look, "sign-in");
            first.getByRole(AriaRole.LINK, Visitor.named("Create an account")).click();
            first.getByLabel("Display name").waitFor();
            look(first, look, "sign-up");

            Visitor alice = Visitor.signUp(alices, "alice_" + suffix, "Alice Pleasance Liddell");
            look(alice.page(), look, "no-conversation");
            Visitor bob = Visitor.signUp(bobs, "bob_" + suffix, "Bob");
            alice.startConversationWith(bob);
            look(alice.page(), look, "empty-conversation");
            alice.say("A word without a place to break: " + "w".repeat(200));
            bob.conversationWith(alice).click();
            bob.say("🐇 https://chat.example.org/" + "path/".repeat(40));
            alice.seesStatus("Read");
            look(alice.page(), look, "conversation");
            alice.button("Options for this message").first().press("Enter");
            alice.page().getByRole(AriaRole.MENU).waitFor();
            look(alice.page(), look, "menu-of-a-message");
        }
    }

    /** A thread is beside its conversation where there is room, and in front of it elsewhere. */
    @ParameterizedTest
    @MethodSource("looks")
    void aThreadFitsAndCanBeUsedByEveryone(Look look) {
        String suffix = UUID.randomUUID().toString().substring(0, 6);
        NewContextOptions options = new NewContextOptions()
                .setViewportSize(look.width(), look.height())
                .setColorScheme(look.scheme());
        try (Browser browser = new Browser();
                BrowserContext alices = browser.someone(options);
                BrowserContext bobs = browser.someone(new NewContextOptions())) {
            Visitor alice = Visitor.signUp(alices, "alice_" + suffix, "Alice Pleasance Liddell");
            Visitor bob = Visitor.signUp(bobs, "bob_" + suffix, "Bob");
            alice.startConversationWith(bob);
            alice.say("Tea at four?");
            alice.button("Options for this message").first().press("Enter");
            alice.page()
                    .getByRole(AriaRole.MENUITEM, Visitor.named("Reply in thread"))
                    .click();
            alice.page().getByLabel("Reply in the thread").fill("With milk");
            alice.button("Send the reply").click();
            alice.sees("With milk");
            look(alice.page(), look, "thread");
            alice.button("Close the thread").click();
            alice.page().getByRole(AriaRole.BUTTON, Visitor.named("1 reply")).waitFor();
            look(alice.page(), look, "thread-below-a-message");
            alice.page().navigate(World.shared().queries().resolve("/#/threads").toString());
            alice.page().getByText("Last reply").waitFor();
            look(alice.page(), look, "threads");
        }
    }

    private static void look(Page page, Look look, String view) {
        Browser.screenshot(page, look.file(view));
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("%s fits a window of %d", view, look.width())
                .isEqualTo(true);
        // The page's own security policy refuses scripts that are not its own; a test is not bound by it.
        page.evaluate(read(AXE));
        assertThat((List<?>) page.evaluate(VIOLATIONS))
                .as("%s", look.file(view))
                .isEmpty();
    }

    private static String read(Path script) {
        try {
            return Files.readString(script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
