package chat.parley.command.erasure;

import chat.parley.access.OpenToEveryone;
import chat.parley.access.RefusedWith;
import chat.parley.log.erasure.Erasure;
import chat.parley.log.erasure.ErasureId;
import chat.parley.log.erasure.Erasures;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ErasureController {

    /** The progress of an erasure. Identifies nobody. */
    record ErasureStatus(ErasureId erasure, Instant requested, boolean complete, List<StoreErasure> stores) {

        static ErasureStatus of(Erasure erasure) {
            List<StoreErasure> stores = Arrays.stream(ErasedStore.values())
                    .map(store -> new StoreErasure(store, store.forgotten(erasure)))
                    .toList();
            return new ErasureStatus(erasure.id(), erasure.requested(), erasure.complete(), stores);
        }
    }

    record StoreErasure(ErasedStore store, @Nullable Instant forgotten) {}

    private final Erasures erasures;

    ErasureController(Erasures erasures) {
        this.erasures = erasures;
    }

    /** Open to everyone: the person cannot sign in any more, and the id cannot be guessed. */
    @OpenToEveryone
    @GetMapping("/api/erasures/{erasure}")
    @Operation(
            operationId = "erasureStatus",
            summary = "The progress of an erasure",
            description = "Complete once every store has passed the event and was swept after it.")
    @RefusedWith(Reason.ERASURE_UNKNOWN)
    ErasureStatus status(@PathVariable ErasureId erasure) {
        return erasures.find(erasure).map(ErasureStatus::of).orElseThrow(() -> new Refused(Reason.ERASURE_UNKNOWN));
    }
}
