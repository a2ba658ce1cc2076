package chat.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat.parley.infrastructure.Component;
import chat.parley.infrastructure.ComponentFailed;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Three people of a group talk through the real media server, in real browsers whose microphone and camera are made up. */
class GroupCallsTest {

    private static final Browser BROWSER = new Browser(
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream",
            "--auto-select-desktop-capture-source=Entire screen",
            "--disable-features=WebRtcHideLocalIpsWithMdns",
            "--allow-loopback-in-peer-connection");

    /** Keeps what the page connects by, to ask it what was received; and takes a small picture, since one machine draws them all. */
    private static final String WATCHED = """
        const Native = window.RTCPeerConnection;
        window.connections = [];
        window.RTCPeerConnection = class extends Native {
          constructor(...all) {
            super(...all);
            window.connections.push(this);
          }
        };
        const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        navigator.mediaDevices.getUserMedia = asked =>
          open(asked.video ? { ...asked, video: { width: 320, height: 240, frameRate: 10 } } : asked);
        navigator.mediaDevices.getDisplayMedia = async () => {
          const canvas = document.createElement('canvas');
          canvas.width = 640;
          canvas.height = 360;
          const pen = canvas.getContext('2d');
          let drawn = 0;
          setInterval(() => {
            pen.fillStyle = `hsl(${drawn++ % 360} 60% 50%)`;
            pen.fillRect(0, 0, 640, 360);
          }, 100);
          return canvas.captureStream(10);
        };
        """;

    /** Of how many others something was received since it was asked last: frames of a picture, or energy of a sound. */
    private static final String SENDERS = """
        async what => {
          window.before ??= {};
          let senders = 0;
          for (const connection of window.connections)
            if (connection.connectionState === 'connected')
              for (const each of (await connection.getStats()).values())
                if (each.type === 'inbound-rtp' && each[what] !== undefined) {
                  const key = what + each.id + window.connections.indexOf(connection);
                  if (each[what] > (window.before[key] ?? 0)) senders++;
                  window.before[key] = each[what];
                }
          return senders;
        }\
        """;

    private static final String ENERGY = "totalAudioEnergy";
    private static final String FRAMES = "framesDecoded";

    private final String suffix = UUID.randomUUID().toString().substring(0, 6);
    private final BrowserContext alices = someone(1200, 800);
    private final BrowserContext bobs = someone(390, 844);
    private final BrowserContext carols = someone(820, 1000);

    private static BrowserContext someone(int width, int height) {
        BrowserContext context = BROWSER.someone(
                new NewContextOptions().setViewportSize(width, height).setPermissions(List.of("microphone", "camera")));
        context.addInitScript(WATCHED);
        return context;
    }

    @AfterAll
    static void close() {
        BROWSER.close();
    }

    @AfterEach
    void closeAll() {
        alices.close();
        bobs.close();
        carols.close();
    }

    private static void receivesOf(int others, Visitor visitor, String what) {
        visitor.page().waitForCondition(() -> {
            visitor.page().waitForTimeout(500);
            return ((Number) visitor.page().evaluate(SENDERS, what)).intValue() == others;
        });
    }

    private static void hearsAndSees(int others, Visitor visitor) {
        receivesOf(others, visitor, FRAMES);
        receivesOf(others, visitor, ENERGY);
    }

    private static Locator call(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.REGION, Visitor.named("Call in Tea party"));
    }

    private static void press(Locator where, String button) {
        where.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static Locator tile(Visitor visitor, Visitor other) {
        return call(visitor).getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(other.name()));
    }

    @Test
    void threeOfAGroupHearAndSeeEachOtherComeAndGoThroughALossOfTheMediaServer() {
        Visitor alice = Visitor.signUp(alices, "alice_" + suffix, "Alice Liddell");
        Visitor bob = Visitor.signUp(bobs, "bob_" + suffix, "Bob Carpenter");
        Visitor carol = Visitor.signUp(carols, "carol_" + suffix, "Carol Walrus");
        alice.startGroup("Tea party", bob);
        alice.addToGroup(carol);
        bob.conversationNamed("Tea party").click();
        carol.conversationNamed("Tea party").click();

        bob.button("Start a video call").click();
        assertThat(call(bob)).containsText("Only you");
        alice.button("Join the call").click();
        carol.button("Join the call").click();
        for (Visitor each : List.of(alice, carol)) {
            press(call(each), "Turn the camera on");
        }
        for (Visitor each : List.of(alice, bob, carol)) {
            assertThat(call(each)).containsText("3 people");
            hearsAndSees(2, each);
        }
        assertThat(call(alice).getByLabel("Camera of Bob Carpenter")).isVisible();
        alice.screenshot("group-call-1");
        bob.screenshot("group-call-2-on-a-phone");
        carol.screenshot("group-call-3-on-a-tablet");

        press(call(alice), "Share the screen");
        for (Visitor each : List.of(bob, carol)) {
            assertThat(call(each).getByLabel("Screen of Alice Liddell")).isVisible();
            receivesOf(3, each, FRAMES);
        }
        carol.screenshot("group-call-4-a-screen");
        press(call(alice), "Stop sharing the screen");
        assertThat(call(bob).getByLabel("Screen of Alice Liddell")).hasCount(0);

        press(call(alice), "Mute");
        assertThat(tile(bob, alice)).containsText("Alice Liddell is muted");
        press(call(alice), "Raise your hand");
        assertThat(tile(carol, alice)).containsText("Alice Liddell raises a hand");
        press(call(carol), "Turn the camera off");
        assertThat(call(alice).getByLabel("Camera of Carol Walrus")).hasCount(0);

        press(call(alice), "Unmute");
        press(call(carol), "Turn the camera on");
        World.INFRASTRUCTURE.kill(Component.JANUS);
        try {
            World.INFRASTRUCTURE.restart(Component.JANUS);
        } catch (ComponentFailed e) {
            throw new IllegalStateException(e);
        }
        for (Visitor each : List.of(alice, bob, carol)) {
            assertThat(call(each)).containsText("3 people");
            hearsAndSees(2, each);
        }

        press(call(carol), "Leave the call");
        assertThat(tile(bob, carol)).hasCount(0);
        assertThat(call(bob)).containsText("Carol Walrus left");
        carol.button("Join the call").click();
        assertThat(tile(bob, carol)).isVisible();
        assertThat(call(bob)).containsText("Carol Walrus joined");
        bob.screenshot("group-call-6-who-came");
        hearsAndSees(2, carol);
        press(call(bob), "Everybody in the call");
        Locator everybody = bob.page().getByRole(AriaRole.DIALOG, Visitor.named("Everybody in the call"));
        assertThat(everybody.getByRole(AriaRole.LISTITEM))
                .containsText(new String[] {"You", "Alice Liddell", "Carol Walrus"});
        bob.screenshot("group-call-7-everybody");
        bob.page().keyboard().press("Escape");

        press(call(alice), "Make the call smaller");
        alice.button("Group info").click();
        alice.button("Mute Carol Walrus").click();
        alice.answer("For how long", "1 hour");
        press(alice.page().getByRole(AriaRole.DIALOG).last(), "Mute");
        assertThat(call(carol)).containsText("You are muted in this group for now.");
        assertThat(tile(bob, carol)).hasCount(0);
        hearsAndSees(1, bob);
        assertThat(carol.button("Join the call")).hasCount(0);
        carol.screenshot("group-call-8-muted");
        alice.button("Mute Carol Walrus").click();
        press(alice.page().getByRole(AriaRole.DIALOG).last(), "Let them speak");
        press(call(carol), "Close");
        carol.button("Join the call").click();
        assertThat(tile(bob, carol)).isVisible();
        alice.button("Remove Carol Walrus").click();
        press(alice.page().locator("body"), "Remove");
        assertThat(call(carol)).containsText("You are not in the call");
        assertThat(tile(bob, carol)).hasCount(0);
        alice.page().keyboard().press("Escape");

        press(call(alice), "End the call for everybody");
        assertThat(call(bob)).containsText("Call ended");
        alice.sees("Video call");
        assertThat(alice.button("Start a call")).isVisible();
        alice.screenshot("group-call-5-ended");
    }
}
