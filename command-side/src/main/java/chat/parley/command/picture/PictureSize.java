package chat.parley.command.picture;

/**
 * A picture to be made.
 *
 * @param pixels of the longer side at most; of both sides exactly, if it is square
 * @param square cut out of the middle
 */
public record PictureSize(int pixels, boolean square) {}
