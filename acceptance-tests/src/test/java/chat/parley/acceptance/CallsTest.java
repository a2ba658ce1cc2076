package chat.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat.parley.infrastructure.Component;
import chat.parley.infrastructure.ComponentFailed;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two people call each other, in real browsers whose microphone and camera are made up: it beeps, and a disk turns. */
class CallsTest {

    private static final Browser BROWSER = new Browser(
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream",
            "--disable-features=WebRtcHideLocalIpsWithMdns",
            "--allow-loopback-in-peer-connection");

    /** Keeps what the page connects by, to ask it what was received. */
    private static final String WATCHED = """
        const Native = window.RTCPeerConnection;
        window.connections = [];
        window.RTCPeerConnection = class extends Native {
          constructor(...all) {
            super(...all);
            window.connections.push(this);
          }
        };
        """;

    private static final String RECEIVED = """
        async what => {
          let received = 0;
          for (const connection of window.connections)
            if (connection.connectionState === 'connected')
              for (const each of (await connection.getStats()).values())
                if (each.type === 'inbound-rtp') received += each[what] ?? 0;
          return received;
        }\
        """;

    /** As where two networks let nothing through but to the relay. */
    private static final String RELAYED_ONLY = """
        const Direct = window.RTCPeerConnection;
        window.RTCPeerConnection = class extends Direct {
          constructor(configuration) {
            super({ ...configuration, iceTransportPolicy: 'relay' });
          }
        };
        """;

    /** Between what kinds of addresses everything goes. */
    private static final String SELECTED = """
        async () => {
          const kinds = new Set();
          for (const connection of window.connections) {
            if (connection.connectionState !== 'connected') continue;
            const stats = await connection.getStats();
            for (const each of stats.values())
              if (each.type === 'transport' && each.selectedCandidatePairId) {
                const pair = stats.get(each.selectedCandidatePairId);
                kinds.add(stats.get(pair.localCandidateId).candidateType);
                kinds.add(stats.get(pair.remoteCandidateId).candidateType);
              }
          }
          return [...kinds].sort().join();
        }\
        """;

    private static final String CONNECTED =
            "() => window.connections.filter(({ connectionState }) => connectionState === 'connected').length";

    private static final String ENERGY = "totalAudioEnergy";
    private static final String FRAMES = "framesDecoded";

    private final String suffix = UUID.randomUUID().toString().substring(0, 6);
    private final BrowserContext alices = someone(1200, 800);
    private final BrowserContext bobs = someone(390, 844);
    private final BrowserContext bobsTablet = someone(820, 1000);

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
        bobsTablet.close();
    }

    private Visitor alice() {
        return Visitor.signUp(alices, "alice_" + suffix, "Alice Liddell");
    }

    private Visitor bob() {
        return Visitor.signUp(bobs, "bob_" + suffix, "Bob Carpenter");
    }

    private static double received(Visitor visitor, String what) {
        return ((Number) visitor.page().evaluate(RECEIVED, what)).doubleValue();
    }

    private static void hears(Visitor visitor) {
        visitor.page().waitForCondition(() -> received(visitor, ENERGY) > 0);
        double before = received(visitor, ENERGY);
        visitor.page().waitForCondition(() -> received(visitor, ENERGY) > before);
    }

    private static void seesPictures(Visitor visitor) {
        visitor.page().waitForCondition(() -> received(visitor, FRAMES) > 0);
        double before = received(visitor, FRAMES);
        visitor.page().waitForCondition(() -> received(visitor, FRAMES) > before + 5);
    }

    private static Locator ringing(Visitor visitor, String says) {
        return visitor.page()
                .getByRole(AriaRole.ALERTDIALOG, Visitor.named(says).setExact(true));
    }

    private static Locator call(Visitor visitor, Visitor other) {
        return visitor.page().getByRole(AriaRole.REGION, Visitor.named("Call with " + other.name()));
    }

    private static void press(Locator where, String button) {
        where.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    @Test
    void twoPeopleSeeAndHearEachOtherThroughAReloadUntilOneHangsUp() {
        Visitor alice = alice();
        Visitor bob = bob();
        alice.startConversationWith(bob);
        alice.button("Video call with Bob Carpenter").click();
        assertThat(call(alice, bob)).containsText("Calling…");
        Locator dialog = ringing(bob, "Alice Liddell is calling with video");
        assertThat(dialog).isVisible();
        bob.screenshot("call-1-rings");
        press(dialog, "Accept with video");
        long accepted = System.nanoTime();
        bob.page().waitForCondition(() -> received(bob, FRAMES) > 0);
        System.out.printf(
                "from accepting to the first frame: %d ms%n",
                Duration.ofNanos(System.nanoTime() - accepted).toMillis());

        for (Visitor each : List.of(alice, bob)) {
            seesPictures(each);
            hears(each);
        }
        assertThat(call(alice, bob).getByLabel("Camera of Bob Carpenter")).isVisible();
        assertThat(call(bob, alice).getByLabel("Your camera")).isVisible();
        alice.screenshot("call-2-going-on");
        bob.screenshot("call-3-on-a-phone");

        press(call(alice, bob), "Turn the camera off");
        assertThat(call(bob, alice).getByLabel("Camera of Alice Liddell")).hasCount(0);
        press(call(alice, bob), "Turn the camera on");
        assertThat(call(bob, alice).getByLabel("Camera of Alice Liddell")).isVisible();
        press(call(alice, bob), "Mute");
        assertThat(call(bob, alice)).containsText("Alice Liddell is muted");
        press(call(alice, bob), "Unmute");
        press(call(alice, bob), "Hold");
        assertThat(call(bob, alice)).containsText("Alice Liddell put you on hold");
        press(call(alice, bob), "Resume");

        bob.page().reload();
        assertThat(call(bob, alice)).isVisible();
        for (Visitor each : List.of(bob, alice)) {
            seesPictures(each);
            hears(each);
        }

        press(call(bob, alice), "Hang up");
        assertThat(call(bob, alice)).containsText("Call ended");
        assertThat(call(alice, bob)).containsText("Call ended");
        alice.sees("Video call");
        alice.page().getByText("· 0:").last().waitFor();
        alice.screenshot("call-4-ended");
    }

    @Test
    void aCallIsDeclinedOrGivenUpAndThenMissed() {
        Visitor alice = alice();
        Visitor bob = bob();
        alice.startConversationWith(bob);
        alice.button("Call Bob Carpenter").click();
        Locator dialog = ringing(bob, "Alice Liddell is calling");
        press(dialog, "Decline");
        assertThat(call(alice, bob)).containsText("Call declined");
        assertThat(dialog).hasCount(0);
        alice.sees("Call declined");

        alice.button("Call Bob Carpenter").click();
        assertThat(dialog).isVisible();
        press(call(alice, bob), "Cancel the call");
        assertThat(dialog).hasCount(0);
        assertThat(bob.conversationWith(alice)).containsText("Missed call");
        assertThat(bob.conversationWith(alice)).containsText("1 unread");
        bob.conversationWith(alice).click();
        bob.screenshot("call-5-missed");
        bob.button("Call back").last().click();
        press(ringing(alice, "Bob Carpenter is calling"), "Accept");
        hears(alice);
        hears(bob);
        press(call(alice, bob), "Hang up");
        assertThat(call(bob, alice)).containsText("Call ended");
    }

    @Test
    void whereNothingElseGetsThroughARelayPassesItOnAlsoAfterItsEnd() throws ComponentFailed {
        alices.addInitScript(RELAYED_ONLY);
        bobs.addInitScript(RELAYED_ONLY);
        Visitor alice = alice();
        Visitor bob = bob();
        alice.startConversationWith(bob);
        alice.button("Video call with Bob Carpenter").click();
        press(ringing(bob, "Alice Liddell is calling with video"), "Accept with video");
        for (Visitor each : List.of(alice, bob)) {
            seesPictures(each);
            hears(each);
            Assertions.assertThat(each.page().evaluate(SELECTED)).isEqualTo("relay");
        }
        World.INFRASTRUCTURE.kill(Component.TURN);
        World.INFRASTRUCTURE.restart(Component.TURN);
        for (Visitor each : List.of(alice, bob)) {
            seesPictures(each);
            hears(each);
            Assertions.assertThat(each.page().evaluate(SELECTED)).isEqualTo("relay");
        }
        press(call(alice, bob), "Hang up");
        assertThat(call(bob, alice)).containsText("Call ended");
    }

    private Visitor onTheTablet(Visitor bob) {
        Page second = bobsTablet.newPage();
        second.navigate(World.shared().queries().toString());
        second.getByLabel("Username").fill(bob.username());
        second.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                .fill(Person.PASSWORD);
        second.getByRole(AriaRole.BUTTON, Visitor.named("Sign in").setExact(true))
                .click();
        Visitor tablet = new Visitor(second, bob.username(), bob.name());
        tablet.isConnected();
        return tablet;
    }

    @Test
    void aCallGoesOnOnAnotherDeviceOfWhoWasCalledAndOfWhoCalled() {
        Visitor alice = alice();
        Visitor bob = bob();
        alice.startConversationWith(bob);
        alice.button("Video call with Bob Carpenter").click();
        press(ringing(bob, "Alice Liddell is calling with video"), "Accept with video");
        seesPictures(alice);

        Visitor tablet = onTheTablet(bob);
        Locator offer = tablet.page().getByRole(AriaRole.REGION, Visitor.named("You are in a call"));
        assertThat(offer).containsText("With Alice Liddell, on another device");
        tablet.screenshot("call-6-on-another-device");
        press(offer, "Continue here with video");
        assertThat(call(bob, alice)).containsText("The call goes on on another device");
        for (Visitor each : List.of(alice, tablet)) {
            seesPictures(each);
            hears(each);
        }
        Assertions.assertThat(bob.page().evaluate(CONNECTED)).isEqualTo(0);
        bob.screenshot("call-7-moved");

        bob.page().reload();
        press(bob.page().getByRole(AriaRole.REGION, Visitor.named("You are in a call")), "Continue here");
        assertThat(call(tablet, alice)).containsText("The call goes on on another device");
        hears(alice);
        seesPictures(bob);
        press(call(bob, alice), "Hang up");
        assertThat(call(alice, bob)).containsText("Call ended");

        bob.conversationWith(alice).click();
        bob.button("Call Alice Liddell").click();
        press(ringing(alice, "Bob Carpenter is calling"), "Accept");
        hears(alice);
        press(tablet.page().getByRole(AriaRole.REGION, Visitor.named("You are in a call")), "Continue here");
        assertThat(call(bob, alice)).containsText("The call goes on on another device");
        hears(tablet);
        hears(alice);
        press(call(alice, tablet), "Hang up");
        assertThat(call(tablet, alice)).containsText("Call ended");
    }

    @Test
    void ofSeveralDevicesTheFirstThatAnswersHasTheCall() {
        Visitor alice = alice();
        Visitor bob = bob();
        alice.startConversationWith(bob);
        Visitor tablet = onTheTablet(bob);
        alice.button("Call Bob Carpenter").click();
        assertThat(ringing(bob, "Alice Liddell is calling")).isVisible();
        press(ringing(tablet, "Alice Liddell is calling"), "Accept");
        assertThat(ringing(bob, "Alice Liddell is calling")).hasCount(0);
        bob.sees("Answered on another device");
        hears(alice);
        hears(tablet);
        assertThat(call(bob, alice)).hasCount(0);
        press(call(tablet, alice), "Hang up");
        assertThat(call(alice, bob)).containsText("Call ended");
    }
}
