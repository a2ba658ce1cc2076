package chat.parley.command.linkpreview;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.http.WithoutIdempotencyKey;
import chat.parley.contracts.Required;
import chat.parley.events.LinkPreviewId;
import chat.parley.refusals.Reason;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Messages")
class LinkPreviewsController {

    /** @param url of a page that one is about to link to */
    record LinkedPage(@Required String url) {}

    /**
     * What a page says of itself. For an hour it can be sent with a message.
     *
     * @param link its id
     * @param url as it was asked for
     * @param picture absent if the page has none that can be read
     */
    record LinkPreviewDraft(
            LinkPreviewId link,
            String url,
            String title,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String description,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            DraftPicture picture) {

        static LinkPreviewDraft of(LinkPreviews.Kept kept) {
            var preview = kept.preview();
            var picture = preview.picture();
            byte[] jpeg = kept.picture();
            return new LinkPreviewDraft(
                    kept.id(),
                    preview.url(),
                    preview.title(),
                    preview.description(),
                    picture == null || jpeg == null
                            ? null
                            : new DraftPicture(
                                    picture.width(),
                                    picture.height(),
                                    Base64.getEncoder().encodeToString(jpeg)));
        }
    }

    /**
     * A picture of a page.
     *
     * @param jpeg the file, in Base64
     */
    record DraftPicture(int width, int height, String jpeg) {}

    private final LinkPreviews previews;

    LinkPreviewsController(LinkPreviews previews) {
        this.previews = previews;
    }

    @Throttled(Limit.LINK_PREVIEW_ACCOUNT)
    @WithoutIdempotencyKey("Each look at a page is a preview of its own, which ends by itself.")
    @PostMapping("/api/link-previews")
    @Operation(
            operationId = "previewLink",
            summary = "Look at a page that one is about to link to",
            description = "Why there is no preview of a page is not told.")
    @RefusedWith({Reason.PREVIEW_UNAVAILABLE, Reason.ACCOUNT_ERASED})
    LinkPreviewDraft preview(Caller caller, @RequestBody LinkedPage page) throws InterruptedException {
        return LinkPreviewDraft.of(previews.look(caller.user(), page.url()));
    }
}
