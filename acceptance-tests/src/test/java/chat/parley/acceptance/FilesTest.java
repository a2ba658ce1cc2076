package chat.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Alice sends files from her browser, and Bob sees and saves them in his. */
class FilesTest {

    private static final Browser BROWSER = new Browser();
    private static final byte[] NOTES = "Curiouser and curiouser!".getBytes(StandardCharsets.UTF_8);

    private final BrowserContext alices = BROWSER.someone(new NewContextOptions().setViewportSize(1280, 800));
    private final BrowserContext bobs = BROWSER.someone(new NewContextOptions().setViewportSize(390, 800));
    private final BrowserContext carols = BROWSER.someone(new NewContextOptions());
    private final String suffix = UUID.randomUUID().toString().substring(0, 6);
    private final Visitor alice = Visitor.signUp(alices, "alice_" + suffix, "Alice");
    private final Visitor bob = Visitor.signUp(bobs, "bob_" + suffix, "Bob");

    @AfterEach
    void leave() {
        alices.close();
        bobs.close();
        carols.close();
    }

    @AfterAll
    static void close() {
        BROWSER.close();
    }

    @Test
    void aPictureAndAFileAreDroppedAndTheOtherSeesAndSavesThem() throws IOException {
        alice.startConversationWith(bob);
        drop(alice.page(), "garden.png", "image/png", AvatarsTest.picture(240));
        Locator chosen = alice.page().getByRole(AriaRole.LIST, Visitor.named("Files to be sent"));
        assertThat(chosen).containsText("garden.png");
        choose("notes 1.txt", "text/plain", NOTES);
        assertThat(chosen).containsText("notes 1.txt");
        Browser.screenshot(alice.page(), "files-1-chosen");
        alice.say("From the garden");
        assertThat(chosen).hasCount(0);
        seesPicture(alice.page(), "garden.png");

        bob.conversationWith(alice).click();
        bob.sees("From the garden");
        seesPicture(bob.page(), "garden.png");
        bob.sees("notes 1.txt");
        Browser.screenshot(bob.page(), "files-2-received");
        Download saved =
                bob.page().waitForDownload(() -> bob.button("Save notes 1.txt").click());
        assertThat(saved.suggestedFilename()).isEqualTo("notes 1.txt");
        try (var bytes = saved.createReadStream()) {
            assertThat(bytes.readAllBytes()).isEqualTo(NOTES);
        }

        bob.button("Open garden.png").click();
        Locator viewer = bob.page().getByRole(AriaRole.DIALOG, Visitor.named("Pictures"));
        assertThat(viewer.getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("garden.png")))
                .isVisible();
        Browser.screenshot(bob.page(), "files-3-viewer");
        bob.page().keyboard().press("Escape");
        assertThat(viewer).hasCount(0);

        bob.choose("Options for this conversation", "Media, files and links");
        Locator list = bob.page().getByRole(AriaRole.DIALOG, Visitor.named("Sent here"));
        assertThat(list.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Open garden.png")))
                .isVisible();
        Browser.screenshot(bob.page(), "files-4-sent-here");
        list.getByText("Files", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(list.getByText("notes 1.txt")).isVisible();
        list.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close"))
                .click();
        assertThat(list).hasCount(0);
    }

    @Test
    void aFileWithoutWordsIsNamedInTheListAndSentOn() {
        Visitor carol = Visitor.signUp(carols, "carol_" + suffix, "Carol");
        alice.startConversationWith(carol);
        alice.startConversationWith(bob);
        choose("garden.png", "image/png", AvatarsTest.picture(120));
        assertThat(alice.page().getByRole(AriaRole.LIST, Visitor.named("Files to be sent")))
                .isVisible();
        alice.page()
                .getByRole(AriaRole.BUTTON, Visitor.named("Send").setExact(true))
                .click();
        seesPicture(alice.page(), "garden.png");
        assertThat(alice.conversationWith(bob)).containsText("Photo");
        alice.choose("Options for this message", "Forward");
        Locator dialog = alice.page().getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText("Carol"))
                .click();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Forward"))
                .last()
                .click();
        alice.conversationWith(carol).click();
        seesPicture(alice.page(), "garden.png");
        alice.sees("Forwarded");
    }

    private void choose(String name, String type, byte[] bytes) {
        FileChooser chooser = alice.page()
                .waitForFileChooser(() -> alice.button("Attach files").click());
        chooser.setFiles(new FilePayload(name, type, bytes));
    }

    private static void drop(Page page, String name, String type, byte[] bytes) {
        JSHandle files = page.evaluateHandle(
                """
                ([name, type, content]) => {
                  const transfer = new DataTransfer();
                  const bytes = Uint8Array.from(atob(content), each => each.charCodeAt(0));
                  transfer.items.add(new File([bytes], name, { type }));
                  return transfer;
                }""", new String[] {name, type, Base64.getEncoder().encodeToString(bytes)});
        Locator here = page.getByText("Drop files here to send them");
        page.waitForCondition(() -> {
            page.dispatchEvent("body", "dragover", Map.of("dataTransfer", files));
            return here.isVisible();
        });
        page.dispatchEvent("body", "drop", Map.of("dataTransfer", files));
    }

    /** Loaded, and not only its place. */
    private static void seesPicture(Page page, String name) {
        Locator picture =
                page.getByRole(AriaRole.BUTTON, Visitor.named("Open " + name)).locator("img");
        assertThat(picture).isVisible();
        page.waitForCondition(
                () -> Boolean.TRUE.equals(picture.evaluate("image => image.complete && image.naturalWidth > 0")));
    }
}
