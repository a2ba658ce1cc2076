package chat.parley.command.erasure;

import chat.parley.log.erasure.ErasureId;

/**
 * A person is erased, and every store has begun to erase what it holds of them. Repetitions get the same answer.
 *
 * @param erasure the id by which the progress can be asked for
 * @param position of the event in the log
 */
public record Erased(ErasureId erasure, long position) {}
