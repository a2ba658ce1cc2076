package chat.parley.gateway;

import chat.parley.access.Caller;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import java.util.UUID;

/** Two people who are new to every test, each signed in once. */
record People(Caller alice, Caller bob) {

    static People make() {
        return new People(someone(), someone());
    }

    static Caller someone() {
        return new Caller(new UserId(UUID.randomUUID()), new SessionId(UUID.randomUUID()));
    }
}
