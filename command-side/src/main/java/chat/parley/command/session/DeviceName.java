package chat.parley.command.session;

import chat.parley.command.text.SingleLineText;
import chat.parley.refusals.FieldProblem;
import chat.parley.refusals.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The name of a device in the list of sessions. */
public final class DeviceName {

    private static final int MOST_CODE_POINTS = 100;

    private DeviceName() {}

    public static @Nullable String normalized(@Nullable String device) {
        return device == null || device.isBlank() ? null : device.strip();
    }

    /** The problem of a normalized name, if it has one. */
    public static Optional<FieldProblem> problem(@Nullable String device) {
        boolean tooLong = device != null && device.codePointCount(0, device.length()) > MOST_CODE_POINTS;
        return tooLong || (device != null && !SingleLineText.isPlain(device))
                ? Optional.of(
                        new FieldProblem("device", Reason.MALFORMED, "A device's name is at most 100 characters."))
                : Optional.empty();
    }
}
