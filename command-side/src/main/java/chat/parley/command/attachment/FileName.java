package chat.parley.command.attachment;

import java.text.Normalizer;

/** The name of a file, so that it is nothing else: no path, no second line, and read in the order in which it is written. */
final class FileName {

    private static final int MOST_CODE_POINTS = 200;
    private static final String NAMELESS = "file";

    private FileName() {}

    /** Always gives the same of the same. */
    static String of(String name) {
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFC).codePoints().forEach(each -> {
            if (each == '/' || each == '\\') {
                kept.append('_');
            } else if (isKept(each)) {
                kept.appendCodePoint(each);
            }
        });
        String whole = kept.toString().strip();
        String shown = shortened(whole).strip();
        return shown.isEmpty() || shown.chars().allMatch(each -> each == '.') ? NAMELESS : shown;
    }

    /** Neither controls, nor what turns the direction of writing, nor half a character. A joiner within a word stays. */
    private static boolean isKept(int codePoint) {
        boolean joins = codePoint == 0x200C || codePoint == 0x200D;
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> joins;
            default -> true;
        };
    }

    /** What tells the type of a file is at the end of its name. */
    private static String shortened(String name) {
        int all = name.codePointCount(0, name.length());
        if (all <= MOST_CODE_POINTS) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 16 ? name.substring(dot) : "";
        int kept = MOST_CODE_POINTS - ending.codePointCount(0, ending.length());
        return name.substring(0, name.offsetByCodePoints(0, kept)) + ending;
    }
}
