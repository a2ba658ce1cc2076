package chat.parley.acceptance;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code docker/nginx/nginx.conf} says of where requests go. */
final class Nginx {

    private static final String FILE = Compose.text("nginx/nginx.conf");
    private static final Pattern ROUTES =
            Pattern.compile("map \"\\$request_method \\$uri\" \\$service \\{(.*?)\\n    }", Pattern.DOTALL);
    private static final Pattern ROUTE = Pattern.compile("\"~(.+)\"\\s+(\\S+);");
    private static final Pattern OTHERWISE = Pattern.compile("default\\s+(\\S+);");
    private static final Pattern SERVER = Pattern.compile("\\n\\s+server ([a-z-]+:\\d+)");
    private static final Pattern HEADER = Pattern.compile("add_header (\\S+) \"(.+)\" always;");

    private Nginx() {}

    /** The service a request goes to, its path beginning with {@code /api/}. */
    static String serviceFor(String method, String path) {
        String table = all(ROUTES).getFirst().group(1);
        return ROUTE.matcher(table)
                .results()
                .filter(route -> Pattern.compile(route.group(1))
                        .matcher(method + " " + path)
                        .find())
                .map(route -> route.group(2))
                .findFirst()
                .orElseGet(() -> OTHERWISE
                        .matcher(table)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1));
    }

    /** {@code host:port} of whatever it asks. */
    static List<String> servers() {
        return all(SERVER).stream().map(server -> server.group(1)).toList();
    }

    /** What it adds to every answer. */
    static Map<String, String> headers() {
        return all(HEADER).stream().collect(Collectors.toMap(header -> header.group(1), header -> header.group(2)));
    }

    private static List<MatchResult> all(Pattern pattern) {
        return pattern.matcher(FILE).results().toList();
    }
}
