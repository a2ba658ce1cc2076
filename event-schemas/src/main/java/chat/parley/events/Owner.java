package chat.parley.events;

import java.util.UUID;

/**
 * Whom content belongs to, and so under whose key it is. A group owns what outlives whoever set it, such as its name; everything
 * else belongs to the person who wrote it.
 */
public sealed interface Owner {

    record Person(UserId person) implements Owner {
        @Override
        public UUID id() {
            return person.value();
        }

        @Override
        public int code() {
            return 1;
        }
    }

    record Group(ConversationId group) implements Owner {
        @Override
        public UUID id() {
            return group.value();
        }

        @Override
        public int code() {
            return 2;
        }
    }

    /** One of a kind to come. */
    record Other(int code, UUID id) implements Owner {}

    /** No person and no group have the same. */
    UUID id();

    /** What kind of owner it is, as the log stores it. */
    int code();

    /** The owner with this code and id. */
    static Owner of(int code, UUID id) {
        return switch (code) {
            case 1 -> new Person(new UserId(id));
            case 2 -> new Group(new ConversationId(id));
            default -> new Other(code, id);
        };
    }
}
