package chat.parley.views;

/**
 * How far a view has come, for each queue of the consumer group that writes it. Events of other queues say nothing about this one.
 */
public interface Checkpoints {

    /** At 0 where nothing was handled yet. */
    Checkpoint of(int queue);

    /**
     * The position up to which the view holds the effect of every event of that queue's partitions, apart from those that are of a type to
     * come. 0 where nothing was handled yet.
     */
    default long reached(int queue) {
        return of(queue).stored();
    }
}
