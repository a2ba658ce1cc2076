package chat.parley.query.paging;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * An opaque cursor: where a list continues. It grants nothing: what it leads to is authorized like any other request.
 *
 * @param list the list it belongs to; invalid for another
 * @param parts what that list needs to continue; without a vertical bar
 */
public record Cursor(String list, List<String> parts) {

    private static final String SEPARATOR = "|";
    private static final int LONGEST = 4_096;

    public Cursor {
        parts = List.copyOf(parts);
    }

    public static Cursor of(String list, Object... parts) {
        return new Cursor(list, Arrays.stream(parts).map(Object::toString).toList());
    }

    /** @throws Refused {@link Reason#CURSOR_INVALID} unless it is one of this list with so many parts */
    public static Cursor parse(String text, String list, int parts) {
        if (text.length() > LONGEST) {
            throw new Refused(Reason.CURSOR_INVALID);
        }
        String[] all = decoded(text).split("\\|", -1);
        if (all.length != parts + 1 || !all[0].equals(list)) {
            throw new Refused(Reason.CURSOR_INVALID);
        }
        return new Cursor(list, Arrays.asList(all).subList(1, all.length));
    }

    public String text() {
        String plain = list + SEPARATOR + String.join(SEPARATOR, parts);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    public String part(int index) {
        return parts.get(index);
    }

    /** @throws Refused {@link Reason#CURSOR_INVALID} unless that part is a number from 0 */
    public long number(int index) {
        try {
            long number = Long.parseLong(part(index));
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new Refused(Reason.CURSOR_INVALID);
        }
        throw new Refused(Reason.CURSOR_INVALID);
    }

    private static String decoded(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new Refused(Reason.CURSOR_INVALID);
        }
    }
}
