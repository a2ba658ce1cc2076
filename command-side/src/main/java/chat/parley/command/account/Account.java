package chat.parley.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import chat.parley.command.account.register.RegisterAccount;
import chat.parley.events.AccountErased;
import chat.parley.events.AccountEvent;
import chat.parley.events.AccountRegistered;
import chat.parley.events.LegalHoldLifted;
import chat.parley.events.LegalHoldPlaced;
import chat.parley.events.StreamId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** One person's account. Its username is guarded by the log, its password is not part of it. */
final class Account {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable StreamId stream;

    Account() {}

    @CommandHandler
    Account(RegisterAccount command) {
        apply(new AccountRegistered(command.account(), command.details()));
    }

    @EventSourcingHandler
    void on(AccountEvent event) {
        stream = event.stream();
        switch (event) {
            case AccountRegistered _, AccountErased _, LegalHoldPlaced _, LegalHoldLifted _ -> {
                // being there is all that can be known of it so far
            }
        }
    }
}
