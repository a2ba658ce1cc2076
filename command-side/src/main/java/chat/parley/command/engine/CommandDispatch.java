package chat.parley.command.engine;

import chat.parley.access.Caller;
import chat.parley.access.ClientCaller;
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

/** Sends a command to its aggregate, in the calling thread, and answers with what was recorded for it. */
public final class CommandDispatch {

    private static final int RETRIES = 3;

    private final CommandBus bus;

    CommandDispatch(CommandBus bus) {
        this.bus = bus;
    }

    /**
     * @return what was recorded; nothing where the aggregate found nothing new in the command
     * @throws Refused by the aggregate, or {@link Reason#CONFLICT} where others were faster again and again
     */
    public List<StoredEvent> send(Object command, Caller caller) {
        return send(command, caller, null);
    }

    /**
     * As {@link #send(Object, Caller)}, for a command that may be repeated.
     *
     * @throws AlreadyRecorded this command was recorded before, longer ago than the aggregate remembers
     */
    public List<StoredEvent> send(Object command, Caller caller, @Nullable CommandId id) {
        return sendAnew(() -> command, caller, id);
    }

    /**
     * As {@link #send(Object, Caller, CommandId)}, for a command that rests on what was read from the log.
     *
     * @param command makes it anew for each attempt; the aggregate throws {@link SequenceConflict} where it knows of more
     */
    public List<StoredEvent> sendAnew(Supplier<?> command, Caller caller, @Nullable CommandId id) {
        Metadata origin = new Metadata(caller.user(), caller.session(), UUID.randomUUID(), null);
        return send(command, new CommandContext(origin, id));
    }

    /** As {@link #send(Object, Caller, CommandId)}, for a program that asks in its own name. */
    public List<StoredEvent> send(Object command, ClientCaller caller, CommandId id) {
        Metadata origin = Metadata.ofClient(caller.client().value(), UUID.randomUUID());
        return send(() -> command, new CommandContext(origin, id));
    }

    private List<StoredEvent> send(Supplier<?> command, CommandContext context) {
        for (int retries = 0; ; retries++) {
            try {
                return attempt(command.get(), context);
            } catch (SequenceConflict another) {
                // whoever failed took the aggregate out of the cache: the next attempt loads it again
                if (retries == RETRIES) {
                    throw new Refused(Reason.CONFLICT);
                }
            }
        }
    }

    /** A refusal, like any other answer, may rest on what is not durable yet. */
    private List<StoredEvent> attempt(Object command, CommandContext context) {
        AppendReceipt receipt = new AppendReceipt();
        Optional<Throwable> failure =
                ScopedValue.where(AppendReceipt.CURRENT, receipt).call(() -> failure(command, context));
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
