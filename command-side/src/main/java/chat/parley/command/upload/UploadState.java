package chat.parley.command.upload;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an upload is. */
public enum UploadState {
    /** Announced; its bytes may be put. */
    RESERVED,
    /** Said to be put; not looked at yet. */
    CHECKING,
    /** It is what was announced, and can be used. */
    READY,
    /** Used. */
    ATTACHED,
    /** Not used any more, and not served; its objects are still there. */
    DELETING,
    /** Nothing of it is left. */
    GONE,
    /** It is not what was announced, or nothing can be made of it. */
    REFUSED,
    /** Nobody said in time that it was put. */
    EXPIRED;

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static UploadState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
