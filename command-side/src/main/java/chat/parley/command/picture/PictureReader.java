package chat.parley.command.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.geometry.Positions;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;

/** Decodes one picture; of an animation, its first. Its size is read before anything is decoded. */
final class PictureReader {

    static final int LONGEST_SIDE = 16_384;
    static final long MOST_PIXELS = 50_000_000;

    /** What is decoded at once; larger pictures are read in steps of two, three and more pixels. */
    private static final long MOST_DECODED = 12_000_000;

    private static final double QUALITY = 0.85;

    private PictureReader() {}

    /** @throws PictureTooLarge it has more pixels than are read */
    static DecodedPicture read(byte[] picture, List<PictureSize> sizes) throws IOException, PictureTooLarge {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new IOException("no picture of a known type");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, false, false);
                return read(reader, sizes);
            } finally {
                reader.dispose();
            }
        }
    }

    private static DecodedPicture read(ImageReader reader, List<PictureSize> sizes)
            throws IOException, PictureTooLarge {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (Math.max(width, height) > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
            throw new PictureTooLarge();
        }
        Orientation orientation = orientation(reader);
        BufferedImage image = upright(decode(reader, width, height), orientation);
        boolean turned = orientation != null && orientation.compareTo(Orientation.LEFT_TOP) >= 0;
        List<byte[]> made = new ArrayList<>();
        for (PictureSize size : sizes) {
            made.add(jpeg(image, size));
        }
        return new DecodedPicture(turned ? height : width, turned ? width : height, made);
    }

    private static BufferedImage decode(ImageReader reader, int width, int height) throws IOException {
        int step = 1;
        while ((long) (width / step) * (height / step) > MOST_DECODED) {
            step++;
        }
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    /** What a camera wrote is not always right; then the picture stays as it is. */
    private static @Nullable Orientation orientation(ImageReader reader) {
        try {
            return ExifUtils.getExifOrientation(reader, 0);
        } catch (IOException | RuntimeException _) {
            return null;
        }
    }

    /** On white where it was transparent. */
    private static BufferedImage upright(BufferedImage image, @Nullable Orientation orientation) {
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = opaque.createGraphics();
        canvas.drawImage(image, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return orientation == null
                ? opaque
                : ExifFilterUtils.getFilterForOrientation(orientation).apply(opaque);
    }

    private static byte[] jpeg(BufferedImage image, PictureSize size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int longest = Math.max(image.getWidth(), image.getHeight());
        int pixels = size.square() ? size.pixels() : Math.min(size.pixels(), longest);
        var made = Thumbnails.of(image).size(pixels, pixels);
        (size.square() ? made.crop(Positions.CENTER) : made)
                .outputFormat("jpg")
                .outputQuality(QUALITY)
                .toOutputStream(bytes);
        return bytes.toByteArray();
    }

    /** More pixels than are read. */
    static final class PictureTooLarge extends Exception {}
}
