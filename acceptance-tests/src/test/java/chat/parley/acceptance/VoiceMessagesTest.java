package chat.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody talks into a microphone that is made up: it beeps. */
class VoiceMessagesTest {

    private static final Browser BROWSER =
            new Browser("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream");

    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private final BrowserContext alices = someone(1200, 800);
    private final BrowserContext bobs = someone(390, 844);

    private static BrowserContext someone(int width, int height) {
        return BROWSER.someone(
                new NewContextOptions().setViewportSize(width, height).setPermissions(List.of("microphone")));
    }

    @AfterEach
    void leave() {
        alices.close();
        bobs.close();
    }

    @AfterAll
    static void close() {
        BROWSER.close();
    }

    @Test
    void whatIsSaidIsHeardBeforeItIsSentAndByTheOtherWithItsLength() {
        Visitor alice = Visitor.signUp(alices, "alice_" + suffix, "Alice Liddell");
        Visitor bob = Visitor.signUp(bobs, "bob_" + suffix, "Bob Carpenter");
        alice.startConversationWith(bob);
        alice.button("Record a voice message").click();
        Locator recorder = alice.page().getByRole(AriaRole.GROUP, Visitor.named("Voice message"));
        assertThat(recorder.getByText("0:02")).isVisible();
        alice.screenshot("72-recording");
        alice.button("Stop and listen").click();
        assertThat(position(alice)).isVisible();
        alice.button("Play").click();
        assertThat(alice.button("Pause")).isVisible();
        alice.screenshot("73-listening-before-sending");
        alice.button("Send the voice message").click();
        assertThat(recorder).hasCount(0);

        bob.conversationWith(alice).click();
        assertThat(position(bob)).isVisible();
        Assertions.assertThat(position(bob).getAttribute("aria-valuetext")).matches("0:00 of 0:0[2-9]");
        bob.button("Play").click();
        assertThat(position(bob)).hasAttribute("aria-valuetext", Pattern.compile("0:0[1-9] of .*"));
        bob.screenshot("74-a-voice-message-on-a-phone");
        Object length = bob.page().evaluate("() => String(document.querySelector('audio').duration)");
        Assertions.assertThat(Double.parseDouble((String) length)).isBetween(1.5, 10.0);
    }

    private static Locator position(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.SLIDER, Visitor.named("Position"));
    }
}
