package chat.parley.load.traffic;

import chat.parley.load.people.Pair;
import java.util.List;

/** What the devices of a pair were sent, each in the order it came. */
public record Heard(Pair pair, List<Delivery> first, List<Delivery> second) {}
