package chat.parley.views;

/** How far a view has come, for each queue of its consumer group. Events of other queues do not move a checkpoint. */
public interface Checkpoints {

    /** 0 if nothing was handled yet. */
    Checkpoint of(int queue);

    /**
     * The position up to which the view holds every event of the queue's partitions, except those of unknown types; 0 if
     * nothing was handled yet.
     */
    default long reached(int queue) {
        return of(queue).stored();
    }
}
