package chat.parley.refusals;

import java.util.Locale;
import java.util.Optional;

/** All reasons for which a request can be refused. The codes are part of the public contract. */
public enum Reason {
    MALFORMED(400, "This request cannot be understood."),
    UNKNOWN_FRAME(400, "There is no frame of this type."),
    RANGE_INVALID(400, "The range or limit asked for is not valid."),
    SUBPROTOCOL_MISSING(400, "This socket speaks parley.v1; offer it as a subprotocol."),
    CURSOR_INVALID(400, "This cursor was not issued by this server."),
    IDEMPOTENCY_KEY_MISSING(400, "This request needs the header Idempotency-Key."),
    IDEMPOTENCY_KEY_INVALID(400, "An idempotency key is 1 to 64 visible ASCII characters."),
    UNSUPPORTED_GRANT_TYPE(400, "Ask with grant_type=client_credentials."),
    INVALID_SCOPE(400, "This client cannot have this scope."),
    UNAUTHENTICATED(401, "Sign in first."),
    TOKEN_EXPIRED(401, "This access token has expired; refresh it."),
    SESSION_ENDED(401, "This session has ended; sign in again."),
    WRONG_CREDENTIALS(401, "Username or password is wrong."),
    REFRESH_INVALID(401, "This refresh token is not valid; sign in again."),
    TICKET_INVALID(401, "This ticket is wrong, was used or has expired; ask for a new one."),
    INVALID_CLIENT(401, "The client's id or secret is wrong."),
    INSUFFICIENT_SCOPE(403, "This client's token lacks the scope for this."),
    ORIGIN_REFUSED(403, "Requests from this origin are not accepted."),
    NOT_PERMITTED(403, "Your role in this group does not allow this."),
    MUTED(403, "You are muted in this group for now."),
    NOT_THE_AUTHOR(403, "Only its author can change or delete this message."),
    ACCOUNT_SUSPENDED(403, "This account is suspended."),
    NOT_ACCEPTED(403, "This person does not accept this from you."),
    UNBLOCK_FIRST(403, "You blocked this person; unblock them first."),
    ACCEPT_FIRST(403, "Accept this person's message request first."),
    NOT_FOUND(404, "There is nothing at this address."),
    USER_UNKNOWN(404, "There is no one with this username."),
    ACCOUNT_UNKNOWN(404, "There is no such account."),
    ERASURE_UNKNOWN(404, "There is no such erasure."),
    CONVERSATION_UNKNOWN(404, "There is no such conversation."),
    MEMBER_UNKNOWN(404, "This person is not in the group."),
    MESSAGE_UNKNOWN(404, "There is no such message."),
    UPLOAD_UNKNOWN(404, "There is no such upload, or it was used or has expired."),
    SESSION_UNKNOWN(404, "There is no such session."),
    CLIENT_UNKNOWN(404, "There is no such client."),
    METHOD_NOT_ALLOWED(405, "This address does not take this method."),
    NOT_ACCEPTABLE(406, "This cannot be answered in the form asked for."),
    USERNAME_TAKEN(409, "This username is taken."),
    LAST_OWNER(409, "A group needs an owner: name another one first, or close the group."),
    GROUP_CLOSED(409, "This group is closed: it can be read, and nothing happens in it any more."),
    GROUP_OPEN(409, "Close this group before you delete it."),
    LEGAL_HOLD(409, "This is kept for legal reasons and cannot be deleted."),
    RESUME_RUNNING(409, "A resume has not been answered yet; send the next one after ready.", true),
    MESSAGE_ID_REUSED(409, "This message id was used for another text."),
    UPLOAD_ID_REUSED(409, "This upload id was used for another file."),
    UPLOAD_NOT_READY(409, "This file is still being checked.", true),
    EDITED_MEANWHILE(409, "This message was edited meanwhile; look at its text first."),
    IN_A_CALL(409, "You are in another call; end it first."),
    CALL_FULL(409, "This call has as many people as a call takes."),
    ANSWERED_ELSEWHERE(409, "This call was answered on another device."),
    REQUEST_GONE(409, "There is no such request any more."),
    APPROVAL_NEEDED(409, "Somebody who leads the group has to agree first."),
    ASK_LATER(409, "The answer was no a short while ago; ask again later."),
    IDEMPOTENCY_KEY_REUSED(409, "This idempotency key was used for another request."),
    ACCOUNT_ERASED(410, "This account was erased."),
    MESSAGE_GONE(410, "This message is not there any more."),
    ORIGIN_GONE(410, "The message that this one answers is not there any more."),
    CALL_OVER(410, "This call is over."),
    LINK_GONE(410, "This link leads to no group any more."),
    TOO_LARGE(413, "This is larger than what is accepted."),
    MEDIA_TYPE_UNSUPPORTED(415, "This address does not take this media type."),
    USERNAME_INVALID(422, "A username is 3 to 20 of: a-z, 0-9, underscore, full stop."),
    DISPLAY_NAME_INVALID(422, "A name is 1 to 50 characters."),
    ABOUT_INVALID(422, "What you say about yourself is at most 200 characters on one line."),
    EMAIL_INVALID(422, "This is not an e-mail address."),
    PHONE_INVALID(422, "A phone number is a plus sign and 7 to 15 digits."),
    PASSWORD_WEAK(422, "Choose a password of 10 to 128 characters that is not easily guessed."),
    SELF_BLOCK(422, "You cannot block yourself."),
    SELF_FRIEND(422, "You cannot be your own friend."),
    LINE_INVALID(422, "This is at most 200 characters on one line."),
    TIME_PAST(422, "This time is over already."),
    NOT_A_TEXT(422, "This message is a call; it has no text to change."),
    IN_A_THREAD(422, "This message is in a thread itself; answer in that one."),
    NOT_OF_TWO(422, "Calls are between two people."),
    NO_GROUP_CALLS(422, "Groups have no calls on this server: it has no media server."),
    NOT_A_GROUP(422, "This is a conversation of two; nobody comes or goes."),
    GROUP_NAME_INVALID(422, "A group's name is 1 to 100 characters."),
    GROUP_ABOUT_INVALID(422, "What a group is for is said in at most 500 characters."),
    JOIN_LINK_INVALID(422, "A link is good for 1 to 1,000 people and 1 to 365 days."),
    MUTE_INVALID(422, "Someone is muted for 1 minute to 365 days."),
    TOO_MANY_LINKS(422, "A group has at most 20 links; revoke one first."),
    GROUP_TOO_LARGE(422, "A group has at most 1,000 members."),
    MESSAGE_ID_INVALID(422, "A message id is a UUID of version 7."),
    TEXT_EMPTY(422, "A message needs some text."),
    TEXT_TOO_LONG(422, "A message is at most 2,000 characters."),
    TEXT_INVALID(422, "A text has no control characters but line ends and tabs, and no half of a surrogate pair."),
    MENTION_INVALID(422, "A mention is a part of the text that begins with an at sign, apart from the other mentions."),
    EMOJI_INVALID(422, "A reaction is one emoji."),
    TOO_MANY_EMOJI(422, "A message takes at most 20 different emoji."),
    TOO_MANY_PINS(422, "A conversation has at most 50 pinned messages."),
    FILE_EMPTY(422, "This file is empty."),
    FILE_TOO_LARGE(422, "This file is larger than what is accepted."),
    FILE_TYPE_INVALID(422, "Files of this type are not accepted here."),
    FILE_DIFFERS(422, "What arrived is not the file that was announced."),
    PICTURE_TOO_LARGE(422, "A picture has at most 50 megapixels and 16,384 pixels a side."),
    PICTURE_UNREADABLE(422, "This picture cannot be read."),
    ATTACHMENT_INVALID(422, "A message takes at most 10 files, each once, with what is true of them."),
    SPACE_USED_UP(422, "The space for your files is used up."),
    PREVIEW_UNAVAILABLE(422, "There is no preview of this page."),
    TOO_MANY_UPLOADS(422, "Too many files are waiting to be used."),
    TOO_MANY_HIDDEN(422, "You deleted too many single messages of this conversation for yourself."),
    BEYOND_LAST_MESSAGE(422, "There is no message with this number yet."),
    SLOW_DOWN(429, "Too many requests; wait a moment.", true),
    INTERNAL(500, "Something went wrong on our side."),
    CONFLICT(503, "Others changed this at the same moment; try again.", true),
    NEWER_EVENT(503, "This was last changed by a newer release of the server; try again after its update.", true),
    VIEW_BEHIND(503, "This view has not caught up yet; try again.", true),
    UNAVAILABLE(503, "A part of the service is not reachable right now; try again.", true);

    private final int status;
    private final String sentence;
    private final boolean retryable;

    Reason(int status, String sentence) {
        this(status, sentence, false);
    }

    Reason(int status, String sentence, boolean retryable) {
        this.status = status;
        this.sentence = sentence;
        this.retryable = retryable;
    }

    /** The reason with this code, as sent by another service. */
    public static Optional<Reason> ofCode(String code) {
        for (Reason reason : values()) {
            if (reason.code().equals(code)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }

    /** The form in an {@code error} frame and at the end of a problem's type, e.g. {@code text_too_long}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What a person is told. */
    public String sentence() {
        return sentence;
    }

    /** Whether the same request may succeed later, unchanged. */
    public boolean retryable() {
        return retryable;
    }
}
