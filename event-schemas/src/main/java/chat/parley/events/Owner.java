package chat.parley.events;

import java.util.UUID;

/**
 * Whose key encrypts content. A group owns what outlives its author, such as its name; everything else belongs to the person
 * who wrote it.
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

    /** An owner of a kind that only a newer build knows. */
    record Other(int code, UUID id) implements Owner {}

    /** Unique among people and groups together. */
    UUID id();

    /** The kind of owner, as the log stores it. */
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
