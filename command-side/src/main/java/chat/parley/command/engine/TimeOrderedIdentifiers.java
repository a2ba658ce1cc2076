package chat.parley.command.engine;

import com.github.f4b6a3.uuid.UuidCreator;
import org.axonframework.common.IdentifierFactory;

/** Event ids that sort by time (UUIDv7): the log's index of them grows at one end. Axon finds this by its service file. */
public final class TimeOrderedIdentifiers extends IdentifierFactory {

    @Override
    public String generateIdentifier() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }
}
