package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a page that a message links to said of itself when the message was written. The service looked at the page: clients cannot write it.
 *
 * @param url the address that the message's author asked for
 * @param title on one line, up to 200 code points
 * @param description on one line, up to 300 code points; absent if the page has none
 * @param picture absent if the page has none that could be read
 */
public record LinkPreview(
        String url,
        String title,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String description,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Picture picture) {

    /**
     * A picture of the page, which lies in Parley's own object store.
     *
     * @param id below which it lies
     * @param width in pixels, as its height
     */
    public record Picture(LinkPreviewId id, int width, int height) {}
}
