package chat.parley.command.request;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.account.details.DetailRules;
import chat.parley.command.conversation.BlockedConversations;
import chat.parley.command.conversation.ConversationFactsCache;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.engine.IdempotentDispatch;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.command.readcursor.move.TellReached;
import chat.parley.contracts.Required;
import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.RequestAnswer;
import chat.parley.events.RequestReport;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.AccountStatuses;
import chat.parley.log.guard.Memberships;
import chat.parley.log.guard.Sights;
import chat.parley.membership.MembershipHistory;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MessageRequestsController {

    record NewRequestAnswer(@Required RequestAnswer answer) {}

    /** @param reason up to 200 characters on one line; absent or empty to say nothing */
    record NewRequestReport(@Nullable String reason) {

        RequestReport content() {
            String said = DetailRules.optional(reason);
            DetailRules.line("reason", Reason.LINE_INVALID, said).ifPresent(problem -> {
                throw Refused.forFields(List.of(problem));
            });
            return new RequestReport(said);
        }
    }

    /** @param position of the last that was done about requests; 0 if nothing ever was */
    record RequestChanged(long position) {}

    private final IdempotentCommands commands;
    private final ConversationFactsCache conversations;
    private final BlockedConversations blocked;
    private final AccountStatuses accounts;
    private final Memberships memberships;
    private final Sights sights;
    private final CommandDispatch dispatch;
    private final EventLog log;
    private final TransactionTemplate transaction;

    MessageRequestsController(
            IdempotentCommands commands,
            ConversationFactsCache conversations,
            BlockedConversations blocked,
            AccountStatuses accounts,
            Memberships memberships,
            Sights sights,
            CommandDispatch dispatch,
            EventLog log,
            PlatformTransactionManager transactions) {
        this.commands = commands;
        this.conversations = conversations;
        this.blocked = blocked;
        this.accounts = accounts;
        this.memberships = memberships;
        this.sights = sights;
        this.dispatch = dispatch;
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Throttled(Limit.BLOCK_ACCOUNT)
    @PutMapping("/api/conversations/{conversation}/request")
    @Operation(
            operationId = "answerMessageRequest",
            summary = "Accept or ignore a message request",
            description = "Who wrote is told nothing of either; once accepted, they may write, and see what one shows."
                    + " Accepting is for good, but for a block.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.REQUEST_GONE, Reason.CONFLICT})
    RequestChanged answer(
            Caller caller,
            IdempotencyKey key,
            @PathVariable ConversationId conversation,
            @RequestBody NewRequestAnswer body) {
        RequestChanged changed =
                change(caller, key.of(caller, body), conversation, asking -> new AnswerRequest(asking, body.answer()));
        if (body.answer() == RequestAnswer.ACCEPTED && blocked.discloses(conversation, caller.user())) {
            dispatch.send(new TellReached(conversation, caller.user()), caller);
        }
        return changed;
    }

    @Throttled(Limit.BLOCK_ACCOUNT)
    @PostMapping("/api/conversations/{conversation}/request/report")
    @Operation(
            operationId = "reportMessageRequest",
            summary = "Report a message request",
            description = "Those who run the deployment read it in the log. Who wrote is not told; a second report of"
                    + " the same person changes nothing.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.REQUEST_GONE, Reason.LINE_INVALID, Reason.CONFLICT})
    RequestChanged report(
            Caller caller,
            IdempotencyKey key,
            @PathVariable ConversationId conversation,
            @RequestBody NewRequestReport body) {
        RequestReport content = body.content();
        return change(caller, key.of(caller, body), conversation, asking -> new ReportRequest(asking, content));
    }

    private RequestChanged change(
            Caller caller, CommandKey command, ConversationId conversation, Function<Asking, Object> change) {
        return commands.once(command, RequestChanged.class, () -> {
            UserId author = otherOf(caller, conversation);
            StreamId stream = StreamId.messageRequests(caller.user());
            long position = IdempotentDispatch.send(
                            log,
                            stream,
                            command.commandId(),
                            () -> transaction.execute(_ -> {
                                lock(caller.user(), author);
                                boolean asked = sights.isAsked(caller.user(), conversation);
                                Asking asking = new Asking(caller.user(), author, conversation, asked);
                                return dispatch.send(change.apply(asking), caller, command.commandId());
                            }))
                    .map(StoredEvent::position)
                    .orElseGet(() -> newest(stream));
            blocked.changed(conversation);
            return new RequestChanged(position);
        });
    }

    private UserId otherOf(Caller caller, ConversationId conversation) {
        if (!conversations.isMember(conversation, caller.user())) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
        MembershipHistory known =
                memberships.of(List.of(conversation)).getOrDefault(conversation, MembershipHistory.NONE);
        return known.present().stream()
                .filter(member -> DirectConversation.is(conversation) && !member.equals(caller.user()))
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.REQUEST_GONE));
    }

    /** In one order, as blocks and what people allow do. */
    private void lock(UserId one, UserId other) {
        Stream.of(one, other).sorted(Comparator.comparing(UserId::value)).forEach(accounts::lock);
    }

    private long newest(StreamId stream) {
        return log.newestOf(List.of(stream)).stream()
                .mapToLong(StoredEvent::position)
                .findFirst()
                .orElse(0);
    }
}
