package chat.parley.load.traffic;

import chat.parley.load.people.Pair;
import java.util.List;

/** A pair with both its devices. */
record Conversing(Pair pair, Device first, Device second) {

    Heard heard() {
        return new Heard(pair, first.deliveries(), second.deliveries());
    }

    List<Device> devices() {
        return List.of(first, second);
    }
}
