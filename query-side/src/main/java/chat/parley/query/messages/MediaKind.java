package chat.parley.query.messages;

import chat.parley.events.Attachment;
import chat.parley.query.history.Message;
import chat.parley.query.paging.Limit;
import java.util.Locale;
import java.util.regex.Pattern;

/** What somebody looks for in a conversation. */
enum MediaKind {
    /** Messages that link to something. */
    LINKS {
        @Override
        boolean isIn(Message message) {
            String text = message.text();
            return message.link() != null
                    || (text != null && ADDRESS.matcher(text).find());
        }
    },
    /** Messages with pictures or videos. */
    IMAGES {
        @Override
        boolean isIn(Message message) {
            return message.attachments().stream().anyMatch(file -> file.kind() <= Attachment.VIDEO);
        }
    },
    /** Messages with sound or other files. */
    FILES {
        @Override
        boolean isIn(Message message) {
            return message.attachments().stream().anyMatch(file -> file.kind() >= Attachment.SOUND);
        }
    };

    private static final Pattern ADDRESS = Pattern.compile("\\bhttps?://[^\\s/]", Pattern.CASE_INSENSITIVE);

    abstract boolean isIn(Message message);

    static MediaKind ofCode(String code) {
        for (MediaKind kind : values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(code)) {
                return kind;
            }
        }
        throw Limit.rangeInvalid("kind", "There is no such kind.");
    }
}
