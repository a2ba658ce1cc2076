package chat.parley.views;

/**
 * How far a view has come, one position for each queue of the consumer group that writes it: it holds the effect of every event of
 * that queue's partitions up to there. Events of other queues say nothing about this one.
 */
public interface Checkpoints {

    /** 0 where nothing was handled yet. */
    long reached(int queue);
}
