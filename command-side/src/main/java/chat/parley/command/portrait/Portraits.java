package chat.parley.command.portrait;

import chat.parley.command.objects.ObjectKeys;
import chat.parley.command.objects.ObjectStore;
import chat.parley.command.upload.Purpose;
import chat.parley.command.upload.Uploads;
import chat.parley.events.UploadId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/** The pictures of people and groups, as browsers get them. Who may see one is for the caller to decide. */
@Component
public final class Portraits {

    private static final Set<Integer> SIZES = Set.of(64, 256, 512);

    private final Uploads uploads;
    private final ObjectStore objects;

    Portraits(Uploads uploads, ObjectStore objects) {
        this.uploads = uploads;
        this.objects = objects;
    }

    /** @throws Refused {@link Reason#RANGE_INVALID} */
    public static void requireSize(int size) {
        if (!SIZES.contains(size)) {
            throw new Refused(Reason.RANGE_INVALID, "A picture has 64, 256 or 512 pixels.");
        }
    }

    public static Refused none() {
        return new Refused(Reason.NOT_FOUND, "There is no picture.");
    }

    /**
     * The picture that is shown now, which may be kept for an hour by whoever knows which it is.
     *
     * @param version the one that is meant, if the request says so
     * @return null if the request has it already
     * @throws Refused {@link Reason#NOT_FOUND}
     */
    public byte @Nullable [] answer(
            UUID owner, Purpose purpose, int size, @Nullable UploadId version, ServletWebRequest request) {
        UploadId shown = uploads.attached(owner, purpose).orElseThrow(Portraits::none);
        HttpServletResponse response = Objects.requireNonNull(request.getResponse());
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, shown.equals(version) ? "private, max-age=3600" : "private, no-cache");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        if (request.checkNotModified("\"" + shown + "-" + size + "\"")) {
            return null;
        }
        return objects.read(ObjectKeys.picture(owner, shown, size)).orElseThrow(Portraits::none);
    }
}
