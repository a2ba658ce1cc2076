package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Members of a group do whatever can be done with messages, in a random order that a seed decides, while their devices come and go through
 * several gateways.
 */
final class RandomTalk {

    private static final List<String> EMOJI = List.of("%F0%9F%91%8D", "%F0%9F%8E%89", "%E2%9D%A4%EF%B8%8F");
    private static final String EVERYONE = "00000000-0000-0000-0000-000000000000";

    /** Someone's device, with what it was told over all of its connections. */
    private static final class Seat {

        private final List<Person> ways;
        private final List<JsonNode> told = new ArrayList<>();
        private @Nullable Device device;
        private @Nullable String cursor;

        Seat(List<Person> ways) {
            this.ways = ways;
            this.device = ways.getFirst().connect();
        }

        Person person() {
            return ways.getFirst();
        }

        void leave() {
            if (device != null) {
                cursor = device.cursor();
                told.addAll(device.told("event"));
                device.close();
                device = null;
            }
        }

        void comeBack(Random random) {
            if (device == null) {
                device = Device.connect(ways.get(random.nextInt(ways.size())), cursor);
            }
        }

        List<JsonNode> events() {
            List<JsonNode> all = new ArrayList<>(told);
            if (device != null) {
                all.addAll(device.told("event"));
            }
            return all;
        }
    }

    private static final class Message {

        private final Person author;
        private final String id;
        private final long number;
        private final long sequence;
        private final boolean inThread;
        private final long root;
        private long textAt;

        Message(Person author, String id, JsonNode sent) {
            this.author = author;
            this.id = id;
            this.number = sent.get("number").asLong();
            this.sequence = sent.get("sequence").asLong();
            this.inThread = sent.has("thread");
            this.root = sent.path("thread").path("root").path("sequence").asLong(sequence);
            this.textAt = sequence;
        }

        String path(String more) {
            return "/messages/" + id + more + "?sequence=" + sequence;
        }
    }

    private final Random random;
    private final List<Seat> seats;
    private final String group;
    private final List<Message> messages = new ArrayList<>();
    private final Map<String, Long> hiddenAt = new HashMap<>();
    private long position;

    /**
     * @param people each with the ways to connect, by another gateway each
     * @param group in which they all are, the first as its owner
     */
    RandomTalk(long seed, List<List<Person>> people, String group) {
        this.random = new Random(seed);
        this.seats = people.stream().map(Seat::new).toList();
        this.group = group;
    }

    void go(int steps) {
        say(seats.getFirst().person());
        for (int step = 0; step < steps; step++) {
            Seat seat = seats.get(random.nextInt(seats.size()));
            int what = random.nextInt(100);
            if (what < 40) {
                say(seat.person());
            } else if (what < 94) {
                act(seat.person(), messages.get(random.nextInt(messages.size())), what);
            } else if (seat.device == null) {
                seat.comeBack(random);
            } else {
                seat.leave();
            }
        }
    }

    private void say(Person author) {
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        Map<String, Object> message = new HashMap<>(Map.of("message", id, "text", "@all " + random.nextInt(1_000)));
        if (random.nextInt(4) == 0) {
            String whom = random.nextBoolean()
                    ? EVERYONE
                    : seats.get(random.nextInt(seats.size())).person().user();
            message.put("mentions", List.of(Map.of("user", whom, "from", 0, "length", 4)));
        }
        if (!messages.isEmpty() && random.nextInt(4) == 0) {
            message.put("replyTo", messages.get(random.nextInt(messages.size())).sequence);
        }
        if (!messages.isEmpty() && random.nextInt(3) == 0) {
            Message root = messages.get(random.nextInt(messages.size()));
            if (!root.inThread) {
                message.put("thread", root.sequence);
                message.put("alsoInConversation", random.nextInt(4) == 0);
            }
        }
        JsonNode sent = ask(author, "POST", "/messages", message);
        if (sent != null) {
            messages.add(new Message(author, id, sent));
        }
    }

    private void act(Person person, Message message, int what) {
        if (what < 55) {
            String emoji = EMOJI.get(random.nextInt(EMOJI.size()));
            ask(person, random.nextInt(3) > 0 ? "PUT" : "DELETE", message.path("/reactions/" + emoji), null);
        } else if (what < 70) {
            Map<String, ?> text = Map.of("text", "edited " + random.nextInt(1_000), "replaces", message.textAt);
            JsonNode edited = ask(message.author, "PUT", message.path("/text"), text);
            if (edited != null) {
                message.textAt = edited.get("sequence").asLong();
            }
        } else if (what < 77) {
            ask(message.author, "DELETE", message.path(""), null);
        } else if (what < 79 && message.inThread) {
            ask(person, "PATCH", "/threads/" + message.root, Map.of("read", message.sequence, "following", true));
        } else if (what < 85) {
            ask(seats.getFirst().person(), random.nextInt(3) > 0 ? "PUT" : "DELETE", message.path("/pin"), null);
        } else {
            String change = random.nextInt(3) > 0 ? "hide" : "show";
            JsonNode hidden = ask(person, "PATCH", "/hidden", Map.of(change, List.of(message.number)));
            if (hidden != null && hidden.get("position").asLong() > 0) {
                hiddenAt.put(person.user(), hidden.get("position").asLong());
            }
        }
    }

    /** What was refused, because somebody was faster, changes nothing. */
    private @Nullable JsonNode ask(Person person, String method, String path, @Nullable Map<String, ?> body) {
        Http.Answer answer = person.http()
                .exchange(
                        person.token(),
                        method,
                        "/api/conversations/" + group + path,
                        body == null ? null : Http.JSON.writeValueAsString(body));
        if (answer.status() >= 400) {
            assertThat(answer.status())
                    .as("%s %s: %s", method, path, answer.body())
                    .isLessThan(500);
            return null;
        }
        position = Math.max(position, answer.body().path("position").asLong());
        return answer.body();
    }

    /** Once everybody is back, each device has been told all, and knows what the views answer. */
    void endsAlike() {
        seats.forEach(seat -> seat.comeBack(random));
        say(seats.getFirst().person());
        long last = messages.getLast().sequence;
        for (Seat seat : seats) {
            await().atMost(Device.PATIENCE)
                    .until(() -> seat.events().stream().anyMatch(event -> isAt(event, last))
                            && hasHeard(
                                    seat, hiddenAt.getOrDefault(seat.person().user(), 0L)));
            Replica told = Replica.of(group, seat.events());
            assertThat(told.differences(Replica.answered(seat.person(), group, position)))
                    .as(
                            "what %s was told and what the views answer",
                            seat.person().username())
                    .isEmpty();
            seat.leave();
        }
    }

    private boolean isAt(JsonNode event, long sequence) {
        return group.equals(event.path("conversation").asString(""))
                && event.get("sequence").asLong() == sequence;
    }

    private static boolean hasHeard(Seat seat, long hidden) {
        return hidden == 0
                || seat.events().stream()
                        .anyMatch(event ->
                                event.has("stream") && event.get("position").asLong() >= hidden);
    }
}
