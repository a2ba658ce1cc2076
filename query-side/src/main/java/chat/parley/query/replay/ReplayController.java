package chat.parley.query.replay;

import chat.parley.access.EndedSessions;
import chat.parley.access.MachineClientCaller;
import chat.parley.access.RefusedWith;
import chat.parley.access.Scope;
import chat.parley.access.Scoped;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.read.LogSlices;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Writes while it reads, on the request's own virtual thread: a slow client blocks only this thread, and no database
 * connection.
 */
@RestController
@Tag(name = "Analytics")
class ReplayController {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayController.class);
    private static final String MEDIA_TYPE = "application/x-ndjson";

    private final EventLog log;
    private final LogSlices slices;
    private final EndedSessions ended;
    private final AtomicInteger running;
    private final Counter replayed;

    ReplayController(EventLog log, LogSlices slices, EndedSessions ended, MeterRegistry meters) {
        this.log = log;
        this.slices = slices;
        this.ended = ended;
        this.running = meters.gauge("parley.query.replays", new AtomicInteger());
        this.replayed = Counter.builder("parley.query.replayed.events")
                .description("Events written to replays")
                .register(meters);
    }

    @Throttled(Limit.REPLAY_CLIENT)
    @GetMapping("/api/events")
    @Operation(
            operationId = "replay",
            summary = "Replays the log",
            description = "Every event after a position as a CloudEvent, one a line, in order, then the end marker"
                    + " {\"type\":\"parley.replay.end\",\"source\":…,\"position\":…}: everything asked for up to"
                    + " that position was written. A stream without it was cut off. What people wrote is left out"
                    + " without the scope content.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(mediaType = MEDIA_TYPE, schema = @Schema(type = "string"))))
    @RefusedWith(Reason.RANGE_INVALID)
    void replay(
            @Scoped({Scope.ANALYST, Scope.CONTENT}) MachineClientCaller caller,
            @RequestParam(defaultValue = "0") long after,
            @Parameter(description = "The last position; the newest if absent")
                    @RequestParam(required = false)
                    @Nullable
                    Long until,
            @RequestParam(required = false) @Nullable Long limit,
            @Parameter(description = "With or without a revision; may be repeated")
                    @RequestParam(required = false)
                    @Nullable
                    List<String> type,
            @Parameter(description = "e.g. conversation/<id>") @RequestParam(required = false) @Nullable String stream,
            HttpServletResponse response)
            throws IOException {
        ReplayRequest request = ReplayRequest.of(after, until, limit, type, stream, log.head());
        boolean withContent = caller.may(Scope.CONTENT);
        Iterator<List<StoredEvent>> pages = request.stream() == null
                ? new LogPages(slices, request, withContent)
                : new StreamPages(log, request.stream(), request);
        // Read before anything is written, so that an unreachable log is still answered with a problem.
        List<StoredEvent> first = pages.hasNext() ? pages.next() : List.of();
        response.setContentType(MEDIA_TYPE);
        Runnable beforeEach = () -> {
            requireAccess(caller);
            replayed.increment();
        };
        write(new ReplayLines(request, withContent, beforeEach, response.getOutputStream()), first, pages);
    }

    /** A client that is revoked meanwhile gets nothing more. */
    private void requireAccess(MachineClientCaller caller) {
        if (ended.isEnded(caller.session())) {
            throw new Refused(Reason.SESSION_ENDED);
        }
    }

    /** After it has begun no error can be reported: an incomplete replay lacks its end marker. */
    private void write(ReplayLines lines, List<StoredEvent> first, Iterator<List<StoredEvent>> rest) {
        running.incrementAndGet();
        try {
            lines.write(first, rest, log.id());
        } catch (IOException e) {
            LOG.debug("A client left its replay at position {}", lines.position());
        } catch (RuntimeException e) {
            LOG.warn("A replay was cut off at position {}: {}", lines.position(), e.toString());
        } finally {
            running.decrementAndGet();
        }
    }
}
