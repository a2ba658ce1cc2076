package chat.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.MouseButton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A newcomer's story, told in two real browsers: Alice's on a desk, Bob's a phone. */
class BrowserTest {

    private static final Browser BROWSER = new Browser();

    private final String suffix = UUID.randomUUID().toString().substring(0, 6);
    private final BrowserContext alices = BROWSER.someone(new NewContextOptions().setViewportSize(1200, 800));
    private final BrowserContext bobs = BROWSER.someone(
            new NewContextOptions().setViewportSize(390, 844).setHasTouch(true).setColorScheme(ColorScheme.DARK));

    private final BrowserContext carols = BROWSER.someone(new NewContextOptions().setViewportSize(1000, 700));

    @AfterAll
    static void close() {
        BROWSER.close();
    }

    @AfterEach
    void closeBoth() {
        alices.close();
        bobs.close();
        carols.close();
    }

    private Visitor alice() {
        return Visitor.signUp(alices, "alice_" + suffix, "Alice Liddell");
    }

    private Visitor bob() {
        return Visitor.signUp(bobs, "bob_" + suffix, "Bob Carpenter");
    }

    @Test
    void twoPeopleMeetChatPartAndReturn() {
        Visitor alice = alice();
        Visitor bob = bob();
        alice.startConversationWith(bob);
        alice.say("Hello Bob, is this you?");
        alice.seesStatus("Delivered");
        alice.screenshot("1-delivered-to-bob-in-his-list");
        assertThat(bob.conversationWith(alice)).containsText("1 unread");
        bob.screenshot("2-bob-has-one-unread");

        bob.conversationWith(alice).click();
        bob.sees("Hello Bob, is this you?");
        alice.seesStatus("Read");
        bob.composer().pressSequentially("It is");
        assertThat(alice.page().getByText("Bob Carpenter is typing…")).isVisible();
        alice.screenshot("3-read-and-bob-is-typing");
        bob.say("It is! Good to see you here.");
        alice.sees("It is! Good to see you here.");
        assertThat(alice.page().getByText("Online", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        bob.screenshot("4-bob-answers-on-his-phone");

        bob.page().close();
        assertThat(alice.page().getByText("Last seen")).isVisible();
        alice.say("One more thing,");
        alice.say("for when you are back.");
        alice.seesStatus("Sent");
        alice.screenshot("5-bob-is-away");

        Visitor back = bob.inAnotherTab(bobs);
        assertThat(back.conversationWith(alice)).containsText("2 unread");
        back.conversationWith(alice).click();
        back.sees("for when you are back.");
        alice.seesStatus("Read");
        back.screenshot("6-bob-returns");

        alice.page().reload();
        alice.sees("for when you are back.");
        alice.statusMarks().last().click();
        assertThat(alice.page().getByRole(AriaRole.DIALOG)).containsText("Read");
        alice.screenshot("7-times-of-a-message");
    }

    @Test
    void aMessageDeletedForEveryoneIsGoneOnBothSides() {
        Visitor alice = alice();
        Visitor bob = bob();
        alice.startConversationWith(bob);
        alice.say("The key is under the mat.");
        bob.conversationWith(alice).click();
        bob.sees("The key is under the mat.");
        alice.seesStatus("Read");

        alice.button("Options for this message").press("Enter");
        alice.screenshot("9-menu-of-a-message");
        alice.page()
                .getByRole(AriaRole.MENUITEM, Visitor.named("Delete for everyone"))
                .press("Enter");
        alice.screenshot("10-delete-for-everyone");
        alice.page()
                .getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete"))
                .click();
        alice.seesDeleted("The key is under the mat.");
        bob.seesDeleted("The key is under the mat.");
        bob.screenshot("11-deleted-for-bob");
        alice.page().reload();
        alice.seesDeleted("The key is under the mat.");
        alice.screenshot("12-deleted-after-a-reload");
    }

    @Test
    void whatSomebodyDeletesForThemselvesStaysWithTheOthersAndSeveralMessagesAreSelectedForIt() {
        Visitor alice = alice();
        Visitor bob = bob();
        alice.startConversationWith(bob);
        alice.say("one of three");
        alice.say("two of three");
        alice.button("Insert an emoji").click();
        alice.page().getByRole(AriaRole.SEARCHBOX).fill("party popper");
        alice.page()
                .getByRole(AriaRole.GRIDCELL, Visitor.named("party popper").setExact(true))
                .click();
        alice.screenshot("33-emoji-to-choose");
        alice.page().keyboard().press("Escape");
        assertThat(alice.composer()).hasValue("🎉");
        alice.say("three of three");
        bob.conversationWith(alice).click();
        bob.sees("three of three");

        alice.page().getByText("one of three").last().click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        alice.page().getByRole(AriaRole.MENUITEM, Visitor.named("Select")).click();
        alice.page().getByText("two of three").last().click();
        assertThat(alice.page().getByText("2 selected")).isVisible();
        alice.screenshot("34-messages-selected");
        alice.button("Delete for me").click();
        assertThat(alice.page().getByText("one of three")).hasCount(0);
        assertThat(alice.page().getByText("two of three")).hasCount(0);
        alice.page().reload();
        alice.sees("three of three");
        assertThat(alice.page().getByText("one of three")).hasCount(0);
        bob.sees("one of three");
        bob.sees("two of three");
    }

    @Test
    void anEditIsSeenOnBothSidesInTheListAndAfterAReloadAndSoIsWhatWasSaidBefore() {
        Visitor alice = alice();
        Visitor bob = bob();
        alice.startConversationWith(bob);
        alice.say("Tea at for?");
        bob.conversationWith(alice).click();
        bob.sees("Tea at for?");

        alice.composer().press("ArrowUp");
        Locator field = alice.page().getByRole(AriaRole.TEXTBOX, Visitor.named("Edit message"));
        assertThat(field).hasValue("Tea at for?");
        field.fill("Tea at four?");
        alice.screenshot("16-editing");
        field.press("Enter");
        for (Visitor either : List.of(alice, bob)) {
            either.sees("Tea at four?");
            assertThat(either.button("edited")).isVisible();
            assertThat(either.page().getByText("Tea at for?")).hasCount(0);
        }
        assertThat(alice.composer()).isFocused();
        assertThat(alice.conversationWith(bob)).containsText("Tea at four?");

        bob.page().reload();
        bob.sees("Tea at four?");
        bob.button("edited").tap();
        Locator versions = bob.page().getByRole(AriaRole.DIALOG, Visitor.named("Earlier versions"));
        assertThat(versions.getByText("Tea at for?")).isVisible();
        bob.screenshot("17-earlier-versions");
    }

    @Test
    void anAnswerQuotesWhatItAnswersAndFollowsItsEditAndItsDeletion() {
        Visitor alice = alice();
        Visitor bob = bob();
        alice.startConversationWith(bob);
        alice.say("Tea at for?");
        bob.conversationWith(alice).click();
        bob.sees("Tea at for?");

        bob.button("Options for this message").tap();
        bob.page()
                .getByRole(AriaRole.MENUITEM, Visitor.named("Reply").setExact(true))
                .tap();
        assertThat(bob.composer()).isFocused();
        bob.screenshot("18-answering");
        bob.say("Gladly.");
        Locator quote = alice.page().getByRole(AriaRole.BUTTON, Visitor.named("In reply to"));
        assertThat(quote).containsText("Tea at for?");

        alice.composer().press("ArrowUp");
        Locator field = alice.page().getByRole(AriaRole.TEXTBOX, Visitor.named("Edit message"));
        field.fill("Tea at four?");
        field.press("Enter");
        assertThat(quote).containsText("Tea at four?");
        assertThat(bob.page().getByRole(AriaRole.BUTTON, Visitor.named("In reply to")))
                .containsText("Tea at four?");
        bob.page().reload();
        assertThat(bob.page().getByRole(AriaRole.BUTTON, Visitor.named("In reply to")))
                .containsText("Tea at four?");
        alice.screenshot("19-an-answer");
    }

    @Test
    void reactionsAreSeenOnBothSidesOnEveryDeviceAndAfterAReload() {
        Visitor alice = alice();
        Visitor bob = bob();
        alice.startConversationWith(bob);
        alice.say("Tea at four?");
        bob.conversationWith(alice).click();
        bob.sees("Tea at four?");

        bob.button("React to this message").tap();
        bob.screenshot("13-emoji-to-choose");
        bob.button("Thumbs up").tap();
        assertThat(bob.reaction("👍 1: You")).hasAttribute("aria-pressed", "true");
        assertThat(alice.reaction("👍 1: Bob Carpenter")).hasAttribute("aria-pressed", "false");

        alice.reaction("👍 1: Bob Carpenter").press("Enter");
        assertThat(alice.reaction("👍 2: Bob Carpenter and You")).hasAttribute("aria-pressed", "true");
        assertThat(bob.reaction("👍 2: You and Alice Liddell")).isVisible();
        alice.button("React to this message").press("Enter");
        assertThat(alice.button("Thumbs up")).isFocused();
        alice.page().keyboard().press("ArrowRight");
        alice.page().keyboard().press("Enter");
        assertThat(bob.reaction("❤️ 1: Alice Liddell")).isVisible();
        alice.page().getByText("Tea at four?").last().hover();
        alice.screenshot("14-reactions");

        alice.page().reload();
        assertThat(alice.reaction("👍 2: Bob Carpenter and You")).hasAttribute("aria-pressed", "true");
        Visitor another = bob.inAnotherTab(bobs);
        another.conversationWith(alice).click();
        another.reaction("👍 2: You and Alice Liddell").tap();
        for (Visitor bobAnywhere : List.of(bob, another)) {
            assertThat(bobAnywhere.reaction("👍 1: Alice Liddell")).isVisible();
        }
        assertThat(alice.reaction("👍 1: You")).isVisible();
        bob.screenshot("15-reactions-on-a-phone");
    }

    @Test
    void howSomebodyArrangesTheirListIsTheSameInAnotherTabAndAfterAReload() {
        Visitor alice = alice();
        Visitor bob = bob();
        alice.startGroup("Tea party", bob);
        alice.startConversationWith(bob);
        alice.say("Newer than the group");
        Visitor second = alice.inAnotherTab(alices);
        alice.choose("Options for Tea party", "Pin to the top");
        alice.choose("Options for Bob Carpenter", "Until I turn it back on");
        alice.screenshot("31-a-list-that-is-arranged");
        assertThat(second.conversations().first()).containsText("Tea party");
        assertThat(second.conversations().first()).containsText("pinned");
        assertThat(second.conversationWith(bob)).containsText("muted");

        alice.choose("Options for Bob Carpenter", "Archive");
        assertThat(second.conversationWith(bob)).hasCount(0);
        second.page().reload();
        second.button("Archive (1)").click();
        assertThat(second.conversationWith(bob)).containsText("muted");
        second.choose("Options for Bob Carpenter", "Mark as unread");
        alice.button("Archive (1)").click();
        assertThat(alice.conversationWith(bob)).containsText("marked as unread");
        alice.conversationWith(bob).click();
        assertThat(second.conversationWith(bob)).not().containsText("marked as unread");
    }

    @Test
    void whoIsMentionedFindsItAndWhatMattersIsPinnedAndSaved() {
        Visitor alice = alice();
        Visitor bob = bob();
        alice.startGroup("Tea party", bob);
        bob.conversationNamed("Tea party").waitFor();
        alice.composer().pressSequentially("Bring cake, @Bob");
        alice.page().getByRole(AriaRole.OPTION, Visitor.named("Bob Carpenter")).waitFor();
        alice.screenshot("32-completing-a-mention");
        alice.page().keyboard().press("Enter");
        alice.composer().pressSequentially(":tad");
        alice.page().getByRole(AriaRole.OPTION, Visitor.named(":tada:")).click();
        alice.page().keyboard().press("Enter");
        assertThat(alice.button("@Bob Carpenter")).isVisible();
        assertThat(bob.conversationNamed("Tea party")).containsText("1 mention");
        bob.conversationNamed("Tea party").click();
        assertThat(bob.button("@Bob Carpenter")).isVisible();
        bob.sees("🎉");
        bob.screenshot("33-mentioned");

        alice.button("Options for this message").press("Enter");
        alice.page()
                .getByRole(AriaRole.MENUITEM, Visitor.named("Pin for everyone"))
                .click();
        bob.button("1 pinned message").tap();
        assertThat(bob.page().getByRole(AriaRole.DIALOG, Visitor.named("Pinned messages")))
                .containsText("Bring cake");
        bob.screenshot("34-pinned");
        bob.page().keyboard().press("Escape");

        alice.button("Options for this message").press("Enter");
        alice.page()
                .getByRole(AriaRole.MENUITEM, Visitor.named("Save").setExact(true))
                .click();
        alice.conversationNamed("Saved messages").click();
        alice.sees("Forwarded");
        alice.screenshot("35-saved-messages");
    }

    @Test
    void aGroupOfThreeIsMadeGrowsAndShrinksBeforeEveryonesEyes() {
        Visitor alice = alice();
        Visitor bob = bob();
        Visitor carol = Visitor.signUp(carols, "carol_" + suffix, "Carol Baker");
        alice.startGroup("Tea party", bob);
        alice.sees("You created the group");
        alice.say("Who brings the cake?");
        alice.seesStatus("Delivered");
        bob.conversationNamed("Tea party").click();
        bob.sees("Who brings the cake?");
        bob.sees("Alice Liddell created the group");

        alice.addToGroup(carol);
        alice.sees("You added Carol Baker");
        bob.sees("Alice Liddell added Carol Baker");
        carol.conversationNamed("Tea party").click();
        carol.sees("Alice Liddell added you");
        assertThat(carol.page().getByText("Who brings the cake?")).hasCount(0);
        carol.say("I do!");
        alice.sees("I do!");
        bob.sees("I do!");
        bob.screenshot("17-group-on-a-phone");
        alice.say("Four o'clock, then.");
        alice.seesStatus("Read");
        alice.statusMarks().last().click();
        assertThat(alice.page().getByRole(AriaRole.DIALOG)).containsText("Read by 2 of 2");
        alice.screenshot("18-read-by-a-group");
        alice.page().keyboard().press("Escape");

        alice.button("Group info").click();
        assertThat(alice.page().getByRole(AriaRole.DIALOG)).containsText("Owner");
        alice.screenshot("19-group-info");
        alice.button("Remove Bob Carpenter").click();
        alice.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Remove").setExact(true))
                .click();
        bob.sees("You are no longer in this group");
        carol.sees("Alice Liddell removed Bob Carpenter");

        carol.button("Group info").click();
        carol.button("Leave group").click();
        carol.button("Leave group").click();
        alice.sees("Carol Baker left");
        assertThat(carol.conversationNamed("Tea party")).hasCount(0);

        alice.page().reload();
        alice.sees("Carol Baker left");
        alice.sees("I do!");
        assertThat(alice.page().getByText("You added Carol Baker")).isVisible();
        alice.screenshot("20-group-after-a-reload");
    }

    @Test
    void aGroupIsJoinedByALinkFromBeforeTheAccountOnUntilItIsUsedUp() {
        Visitor alice = alice();
        Visitor bob = bob();
        alice.startGroup("Choir", bob);
        alice.button("Group info").click();
        alice.button("Links to join").click();
        alice.answer("Good for", "1 person");
        alice.button("Make a link").click();
        String link = alice.page().getByText("/#/join/").textContent().strip();
        alice.screenshot("35-group-links");
        alice.page().keyboard().press("Escape");

        Page stranger = carols.newPage();
        stranger.navigate(link);
        assertThat(stranger.getByText("Choir")).isVisible();
        assertThat(stranger.getByText("2 members")).isVisible();
        stranger.getByText("Create an account to join").click();
        Visitor dora = Visitor.fillSignUp(stranger, "dora_" + suffix, "Dora Singer");
        assertThat(stranger.getByText("2 members")).isVisible();
        dora.screenshot("36-joining");
        dora.button("Join group").click();
        dora.sees("You joined by a link");
        alice.sees("Dora Singer joined by a link");
        dora.say("Which song?");
        bob.conversationNamed("Choir").click();
        bob.sees("Which song?");

        bob.page().navigate(link);
        assertThat(bob.page().getByText("This link leads to no group any more."))
                .isVisible();
        bob.page().getByText("Not now").click();
        assertThat(bob.conversationNamed("Choir")).isVisible();
    }

    @Test
    void aGroupIsRenamedSetHandedOverAndClosed() {
        Visitor alice = alice();
        Visitor bob = bob();
        alice.startGroup("Book club", bob);
        bob.conversationNamed("Book club").click();
        alice.button("Group info").click();
        alice.button("Name and description").click();
        alice.field("Name of the group").fill("Film club");
        alice.field("What it is for").fill("Fridays at eight");
        alice.button("Save").click();
        assertThat(alice.page().getByRole(AriaRole.DIALOG)).containsText("Fridays at eight");
        bob.sees("Alice Liddell changed the group’s name or description");
        assertThat(bob.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Film club")))
                .isVisible();

        alice.button("Settings").click();
        alice.answer("Who writes", "Owners and admins");
        bob.sees("Only owners and admins write in this group.");
        alice.screenshot("32-group-settings");
        alice.button("Back").click();
        alice.button("Role of Bob Carpenter").click();
        alice.answer("Role", "Admin");
        alice.button("Save").click();
        bob.sees("Alice Liddell made you an admin");
        bob.say("I may write again.");
        alice.sees("I may write again.");

        alice.button("Leave group").click();
        alice.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Bob Carpenter"))
                .click();
        alice.screenshot("33-group-successor");
        alice.button("Hand over and leave").click();
        bob.sees("Alice Liddell handed the group over to you");
        bob.sees("Alice Liddell left");
        assertThat(alice.conversationNamed("Film club")).hasCount(0);

        bob.button("Group info").click();
        bob.button("Close group").click();
        bob.button("Close group").click();
        bob.sees("You closed the group");
        bob.page().keyboard().press("Escape");
        bob.sees("This group is closed. You can read it, and nobody can write here any more.");
        bob.page().reload();
        bob.sees("You closed the group");
        bob.sees("I may write again.");
        bob.screenshot("34-group-closed");
    }

    @Test
    void aChangedNameIsSeenAtOnceAndABlockStopsWhatIsSaidUntilItEnds() {
        Visitor alice = alice();
        Visitor bob = bob();
        alice.startConversationWith(bob);
        alice.say("Do you know me?");
        bob.conversationWith(alice).click();
        bob.sees("Do you know me?");

        Visitor settings = alice.inAnotherTab(alices);
        settings.button("Account menu").click();
        settings.page()
                .getByRole(AriaRole.MENUITEM, Visitor.named("Your account"))
                .click();
        settings.button("Edit profile").click();
        settings.page().getByLabel("Display name").fill("Alice Kingsleigh");
        settings.page()
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("About you"))
                .fill("Down the rabbit hole");
        settings.screenshot("17-edit-profile");
        settings.button("Save").click();
        settings.sees("Down the rabbit hole");
        settings.screenshot("18-account");
        settings.page().close();

        bob.button("Alice Kingsleigh").first().tap();
        bob.sees("Down the rabbit hole");
        bob.screenshot("19-profile-on-a-phone");
        bob.button("Block…").tap();
        bob.page()
                .getByRole(AriaRole.ALERTDIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Block").setExact(true))
                .tap();
        bob.sees("You block Alice Kingsleigh.");
        bob.screenshot("20-blocked");
        alice.say("Are you there?");
        alice.sees("This person does not accept this from you.");
        alice.screenshot("21-not-accepted");

        bob.button("Unblock").tap();
        assertThat(bob.composer()).isVisible();
        alice.say("And now?");
        bob.sees("And now?");
        assertThat(bob.page().getByText("Are you there?")).hasCount(0);
    }

    @Test
    void aPictureIsChosenAndCutAndTheOtherSeesItAtOnceUntilItIsRemoved() {
        Visitor alice = alice();
        Visitor bob = bob();
        alice.startConversationWith(bob);
        alice.say("Do you see me?");
        Locator seen = bob.conversationWith(alice).locator("img");
        assertThat(bob.conversationWith(alice)).isVisible();
        assertThat(seen).hasCount(0);

        Visitor settings = alice.inAnotherTab(alices);
        settings.choose("Account menu", "Your account");
        settings.button("Change picture").click();
        settings.page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("me.png", "image/png", AvatarsTest.picture(700)));
        assertThat(settings.button("Save picture")).isEnabled();
        settings.page().getByLabel("Zoom").fill("2");
        settings.screenshot("35-cut-a-picture");
        settings.button("Save picture").click();
        assertThat(settings.page().getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(seen).hasCount(1);
        assertThat(settings.button("Account menu").locator("img")).hasCount(1);
        settings.screenshot("36-account-with-a-picture");
        bob.page().reload();
        assertThat(seen).hasCount(1);
        bob.conversationWith(alice).click();
        bob.sees("Do you see me?");
        assertThat(bob.page().getByRole(AriaRole.ARTICLE).locator("img").first())
                .isVisible();
        bob.screenshot("37-a-picture-on-a-phone");

        settings.button("Change picture").click();
        settings.button("Remove the picture").click();
        assertThat(settings.page().getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(bob.page().getByRole(AriaRole.ARTICLE).locator("img")).hasCount(0);
    }

    @Test
    void aPageIsShownWhileItsAddressIsWrittenAndToTheOtherUntilTheMessageIsDeleted() {
        Visitor alice = alice();
        Visitor bob = bob();
        alice.startConversationWith(bob);
        try (LinkedPages site = new LinkedPages()) {
            String picture = site.picture("/hole.png", AvatarsTest.picture(800));
            String page = site.page("/hole", """
                    <title>Down the Rabbit-Hole</title><meta property="og:image" content="%s">
                    <meta name="description" content="What is the use of a book without pictures or conversations?">""".formatted(picture));
            String plain = site.page("/plain", "<title>سؤال</title>");

            alice.composer().fill("Read this: " + page);
            assertThat(alice.button("Do not show the page")).isVisible();
            assertThat(alice.page().getByRole(AriaRole.STATUS).getByText("Down the Rabbit-Hole"))
                    .isVisible();
            alice.screenshot("70-a-page-while-writing");
            alice.composer().press("Enter");
            Locator shown = alice.linkCard("Down the Rabbit-Hole");
            assertThat(shown).hasAttribute("href", page);
            assertThat(shown.locator("img")).isVisible();
            bob.conversationWith(alice).click();
            Locator seen = bob.linkCard("Down the Rabbit-Hole");
            assertThat(seen).containsText("What is the use of a book");
            assertThat(seen.locator("img")).isVisible();
            bob.screenshot("71-a-page-on-a-phone");
            bob.page().reload();
            assertThat(seen.locator("img")).isVisible();

            alice.composer().fill("And " + plain);
            alice.button("Do not show the page").click();
            alice.composer().press("Enter");
            bob.sees("And " + plain);
            assertThat(bob.linkCard("سؤال")).hasCount(0);

            shown.focus();
            alice.button("Options for this message").first().press("Enter");
            alice.page()
                    .getByRole(AriaRole.MENUITEM, Visitor.named("Delete for everyone"))
                    .press("Enter");
            alice.page()
                    .getByRole(AriaRole.ALERTDIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete"))
                    .click();
            assertThat(shown).hasCount(0);
            assertThat(seen).hasCount(0);
        }
    }

    @Test
    void whoComesByAnInvitationTalksToWhomItIsFromAndTheTwoBecomeFriends() {
        Visitor alice = alice();
        Visitor bob = Visitor.invited(bobs, alice, "bob_" + suffix, "Bob Carpenter");
        bob.say("You invited me!");
        alice.conversationWith(bob).click();
        alice.sees("You invited me!");

        bob.button("Alice Liddell").first().tap();
        bob.button("Add friend…").tap();
        bob.page().getByLabel("A line with it").fill("From the tea party");
        bob.screenshot("22-ask-to-be-friends");
        bob.button("Send request").tap();
        assertThat(bob.button("Take request back")).isVisible();
        alice.button("People, one request").click();
        alice.sees("From the tea party");
        alice.screenshot("23-a-request");
        alice.button("Accept the request of Bob Carpenter").click();
        assertThat(alice.button("Remove Bob Carpenter as a friend…")).isVisible();
        assertThat(bob.button("Remove Bob Carpenter as a friend…")).hasCount(0);
        assertThat(bob.button("Remove Alice Liddell as a friend…")).isVisible();

        Visitor settings = alice.inAnotherTab(alices);
        settings.button("Account menu").click();
        settings.page()
                .getByRole(AriaRole.MENUITEM, Visitor.named("Your account"))
                .click();
        settings.button("Change status…").click();
        settings.page().getByLabel("What you are up to").fill("At the croquet ground");
        settings.screenshot("24-status");
        settings.button("Save").click();
        bob.sees("At the croquet ground");
        bob.screenshot("25-profile-of-a-friend");
        settings.page()
                .getByRole(AriaRole.RADIOGROUP, Visitor.named("Who may write to you"))
                .getByText("friends")
                .click();
        settings.screenshot("26-privacy");
        bob.button("Close").tap();
        assertThat(bob.page().getByRole(AriaRole.DIALOG)).hasCount(0);
        bob.say("May I still?");
        alice.conversationWith(bob).click();
        alice.sees("May I still?");
        alice.page().goBack();
        alice.button("Remove Bob Carpenter as a friend…").click();
        alice.button("Remove friend").last().click();
        assertThat(alice.button("Remove Bob Carpenter as a friend…")).hasCount(0);
        bob.say("And now?");
        alice.button("Requests (1)").click();
        alice.conversationWith(bob).click();
        alice.sees("And now?");
        alice.sees("Bob Carpenter asks to write to you.");
        assertThat(alice.composer()).hasCount(0);
        alice.screenshot("27-message-request");
        bob.seesStatus("Sent");
        alice.button("Accept").click();
        assertThat(alice.composer()).isVisible();
        alice.say("You may.");
        bob.sees("You may.");
        bob.say("Thank you.");
        bob.seesStatus("Read");
    }

    @Test
    void whatIsWrittenOfflineIsDeliveredOnceThoughTheTabIsClosedMeanwhile() {
        Visitor alice = alice();
        Visitor bob = bob();
        alice.startConversationWith(bob);
        alice.say("Before the tunnel.");
        bob.conversationWith(alice).click();
        bob.sees("Before the tunnel.");
        alice.isKept();

        alices.setOffline(true);
        alice.say("Written in the tunnel,");
        alice.say("and one more there.");
        alice.page().close();
        Visitor back = alice.inAnotherTab(alices);
        back.conversationWith(bob).click();
        back.sees("Before the tunnel.");
        back.sees("and one more there.");
        back.screenshot("16-offline-after-a-reload");

        alices.setOffline(false);
        bob.sees("and one more there.");
        back.seesStatus("Read");
        assertThat(bob.page().getByText("Written in the tunnel,")).hasCount(1);
        assertThat(bob.page()
                        .getByRole(AriaRole.REGION, Visitor.named("Messages"))
                        .getByRole(AriaRole.LISTITEM))
                .containsText(new String[] {"Before the tunnel.", "Written in the tunnel,", "and one more there."});
    }

    @Test
    void tabsShareOneSocketAndTheNextTakesOverWithinASecond() {
        Visitor alice = alice();
        Visitor bob = bob();
        List<WebSocket> sockets = new CopyOnWriteArrayList<>();
        alices.onPage(page -> page.onWebSocket(sockets::add));
        alice.startConversationWith(bob);
        Visitor second = alice.inAnotherTab(alices);
        second.conversationWith(bob).click();
        second.isConnected();
        second.say("From the tab without a socket.");
        alice.sees("From the tab without a socket.");
        bob.conversationWith(alice).click();
        bob.say("To both tabs.");
        alice.sees("To both tabs.");
        second.sees("To both tabs.");
        Assertions.assertThat(sockets).isEmpty();

        long closed = System.nanoTime();
        alice.page().close();
        second.page().waitForCondition(() -> !sockets.isEmpty());
        Assertions.assertThat(Duration.ofNanos(System.nanoTime() - closed)).isLessThan(Duration.ofSeconds(1));
        bob.say("To the one that is left.");
        second.sees("To the one that is left.");
    }

    @Test
    void beingOfflineIsSaidWithinASecond() {
        Visitor alice = alice();
        Visitor bob = bob();
        alice.startConversationWith(bob);
        alice.isConnected();
        alices.setOffline(true);
        assertThat(alice.connection())
                .containsText("You are offline", new LocatorAssertions.ContainsTextOptions().setTimeout(1_000));
        alices.setOffline(false);
        alice.isConnected();
    }

    @Test
    void signingOutLeavesNothingInTheBrowser() {
        Visitor alice = alice();
        Visitor bob = bob();
        alice.startConversationWith(bob);
        alice.say("Not for those who come after me.");
        alice.composer().fill("nor is this");
        alice.isKept();
        alice.button("Account menu").click();
        alice.page().getByRole(AriaRole.MENUITEM, Visitor.named("Sign out")).click();
        assertThat(alice.button("Sign in")).isVisible();
        assertThat(alice.page().locator("body")).not().containsText("Not for those");
        alice.page().waitForCondition(() -> alice.keptKeys() == 0);
    }

    @Test
    void aTakenUsernameIsSaidAtItsField() {
        alice().page().close();
        Visitor other = Visitor.fillSignUp(bobs, "alice_" + suffix, "Another Alice");
        other.sees("This username is taken.");
        other.screenshot("8-username-taken");
    }
}
