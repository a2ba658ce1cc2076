package chat.parley.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the sources say about the published records, for those who read the schemas instead. */
final class Javadocs {

    private static final List<Path> SOURCES = sources();
    private static final Pattern VALUE_TAG = Pattern.compile("\\{@value #(\\w+)}");
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@\\w+ ([^}]*)}");

    private Javadocs() {}

    /** What stands before the first tag; null for a class that says nothing or has no source here. */
    static @Nullable String of(Class<?> type) {
        String comment = comment(type);
        return comment == null ? null : comment.split("@param ", 2)[0].strip();
    }

    /** What is said of one component of a record. */
    static @Nullable String of(Class<?> type, String component) {
        String comment = comment(type);
        Matcher said = Pattern.compile("@param " + component + " ([^@]*)").matcher(comment == null ? "" : comment);
        return said.find() ? said.group(1).strip() : null;
    }

    private static @Nullable String comment(Class<?> type) {
        Path file = Path.of(type.getNestHost().getName().replace('.', '/') + ".java");
        return SOURCES.stream()
                .map(folder -> folder.resolve(file))
                .filter(Files::exists)
                .findFirst()
                .map(source -> comment(type, text(source)))
                .orElse(null);
    }

    private static @Nullable String comment(Class<?> type, String source) {
        Matcher found = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@[A-Z][^\\n]*\\s*)*(?:public |private )?record "
                                + type.getSimpleName() + "\\b",
                        Pattern.DOTALL)
                .matcher(source);
        if (!found.find()) {
            return null;
        }
        String plain = found.group(1).replaceAll("(?m)^\\s*\\*", " ");
        String valued = VALUE_TAG.matcher(plain).replaceAll(tag -> constant(type, tag.group(1)));
        return INLINE_TAG.matcher(valued).replaceAll("$1").replaceAll("\\s+", " ");
    }

    private static String constant(Class<?> type, String name) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return String.valueOf(field.get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " has no " + name, e);
        }
    }

    /** Of every module beside the one that is tested. */
    private static List<Path> sources() {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            return modules.map(module -> module.resolve(Path.of("src", "main", "java")))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
