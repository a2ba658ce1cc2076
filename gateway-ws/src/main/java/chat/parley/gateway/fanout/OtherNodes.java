package chat.parley.gateway.fanout;

import org.springframework.stereotype.Component;

/**
 * Whether there may be other nodes. While this one is alone, nobody need be asked who holds whom. A node that joins says so through
 * every fan-out queue before it tells its clients how far they are, so whatever they have still to be told comes here later than that.
 */
@Component
class OtherNodes {

    private long signs;
    private volatile boolean possible = true;

    /** One has announced itself, or it is not known whether one has. */
    synchronized void appeared() {
        signs++;
        possible = true;
    }

    /** To be asked for before it is looked up who is alive. */
    synchronized long signs() {
        return signs;
    }

    /** When there had been that many signs, nobody else was alive: those who are by now have announced themselves, or will. */
    synchronized void none(long signsBefore) {
        if (signs == signsBefore) {
            possible = false;
        }
    }

    boolean arePossible() {
        return possible;
    }
}
