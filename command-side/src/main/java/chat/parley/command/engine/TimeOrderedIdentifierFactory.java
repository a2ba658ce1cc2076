package chat.parley.command.engine;

import com.github.f4b6a3.uuid.UuidCreator;
import org.axonframework.common.IdentifierFactory;

/**
 * Creates event ids that sort by time (UUIDv7), so that the log's index of them grows at one end. Axon finds this class by
 * its service file.
 */
public final class TimeOrderedIdentifierFactory extends IdentifierFactory {

    @Override
    public String generateIdentifier() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }
}
