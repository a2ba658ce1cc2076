package chat.parley.command.engine;

import chat.parley.access.Caller;
import chat.parley.access.MachineClientCaller;
import chat.parley.log.AlreadyRecorded;
import chat.parley.log.CommandId;
import chat.parley.log.Metadata;
import chat.parley.log.SequenceConflict;
import chat.parley.log.StoredEvent;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.jspecify.annotations.Nullable;

/** Sends a command to its aggregate, in the calling thread, and returns the recorded events. */
public final class CommandDispatch {

    private static final int RETRIES = 3;

    private final CommandBus bus;

    CommandDispatch(CommandBus bus) {
        this.bus = bus;
    }

    /**
     * @return the recorded events; empty if the command changed nothing
     * @throws Refused by the aggregate, or {@link Reason#CONFLICT} after repeated conflicts with other writers
     */
    public List<StoredEvent> send(Object command, Caller caller) {
        return send(command, caller, null);
    }

    /**
     * As {@link #send(Object, Caller)}, for a command that may be repeated.
     *
     * @throws AlreadyRecorded the command was recorded before, longer ago than the aggregate remembers
     */
    public List<StoredEvent> send(Object command, Caller caller, @Nullable CommandId id) {
        return sendRebuilding(() -> command, caller, id);
    }

    /**
     * As {@link #send(Object, Caller, CommandId)}, for a command that contains data read from the log.
     *
     * @param command creates the command anew for each attempt; the aggregate throws {@link SequenceConflict} if the data is
     *     outdated
     */
    public List<StoredEvent> sendRebuilding(Supplier<?> command, Caller caller, @Nullable CommandId id) {
        Metadata origin = new Metadata(caller.user(), caller.session(), UUID.randomUUID(), null);
        return send(command, new CommandContext(origin, id));
    }

    /** As {@link #send(Object, Caller, CommandId)}, for what nobody asked for: a time is over. */
    public List<StoredEvent> sendOfItself(Object command) {
        return send(() -> command, new CommandContext(new Metadata(null, null, UUID.randomUUID(), null, null), null));
    }

    /** As {@link #send(Object, Caller, CommandId)}, for a machine client. */
    public List<StoredEvent> send(Object command, MachineClientCaller caller, CommandId id) {
        Metadata origin = Metadata.ofClient(caller.client().value(), UUID.randomUUID());
        return send(() -> command, new CommandContext(origin, id));
    }

    private List<StoredEvent> send(Supplier<?> command, CommandContext context) {
        for (int retries = 0; ; retries++) {
            try {
                return attempt(command.get(), context);
            } catch (SequenceConflict another) {
                // The failed attempt removed the aggregate from the cache: the next one loads it again.
                if (retries == RETRIES) {
                    throw new Refused(Reason.CONFLICT);
                }
            }
        }
    }

    /** A refusal, too, may be based on events that are not durable yet. */
    private List<StoredEvent> attempt(Object command, CommandContext context) {
        PendingDurability receipt = new PendingDurability();
        Optional<Throwable> failure =
                ScopedValue.where(PendingDurability.CURRENT, receipt).call(() -> failure(command, context));
        List<StoredEvent> recorded = receipt.await();
        if (failure.isPresent()) {
            throw unchecked(failure.get());
        }
        return recorded;
    }

    private Optional<Throwable> failure(Object command, CommandContext context) {
        AtomicReference<@Nullable CommandResultMessage<?>> result = new AtomicReference<>();
        String id = context.origin().correlation().toString();
        CommandMessage<Object> message = new GenericCommandMessage<>(
                new GenericMessage<>(id, command, context.asMetaData()),
                command.getClass().getName());
        CommandCallback<Object, Object> callback = (_, answer) -> result.set(answer);
        bus.dispatch(message, callback);
        CommandResultMessage<?> answer = result.get();
        if (answer == null) {
            throw new IllegalStateException("the command bus answers in the calling thread");
        }
        return answer.optionalExceptionResult().map(Function.identity());
    }

    private static RuntimeException unchecked(Throwable failure) {
        return switch (failure) {
            case RuntimeException runtime -> runtime;
            case Error error -> throw error;
            default -> new IllegalStateException(failure);
        };
    }
}
