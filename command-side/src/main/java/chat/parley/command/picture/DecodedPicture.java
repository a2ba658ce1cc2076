package chat.parley.command.picture;

import java.util.List;

/**
 * What was made of a picture.
 *
 * @param width of the whole, turned as its camera was held
 * @param made JPEG files, one for each size that was asked for, which hold nothing but the picture
 */
public record DecodedPicture(int width, int height, List<byte[]> made) {

    public DecodedPicture {
        made = List.copyOf(made);
    }
}
