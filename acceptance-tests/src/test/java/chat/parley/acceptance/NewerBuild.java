package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * This build with two more types of events, as the next release may have: {@code TopicNoted}, which no view holds anything of, and
 * {@code MemberDeparted}, which closes an interval. The few classes that name event types are compiled again with them, and the whole
 * product runs from classes of its own beside the one under test. For want of commands of their own, the texts {@code /topic} and
 * {@code /leave} record them; who sends one is answered with an error, because no message was recorded.
 */
final class NewerBuild {

    private static final Path SOURCES = Path.of("..");
    private static final Path FOLDER = Path.of("target", "newer-build").toAbsolutePath();

    private static final String EVENTS = "event-schemas/src/main/java/chat/parley/events/";
    private static final String CONVERSATION =
            "command-side/src/main/java/chat/parley/command/conversation/Conversation.java";
    private static final String HISTORY = "projections/src/main/java/chat/parley/projections/HistoryView.java";

    private static final String TOPIC_NOTED = """
            package chat.parley.events;

            public record TopicNoted(ConversationId conversation, UserId actor, String topic)
                    implements ConversationEvent, Skippable {}
            """;

    private static final String MEMBER_DEPARTED = """
            package chat.parley.events;

            import java.util.List;

            public record MemberDeparted(ConversationId conversation, UserId actor)
                    implements ConversationEvent, ChangesMembership {
                @Override
                public List<Joined> joins() {
                    return List.of();
                }

                @Override
                public List<UserId> leaves() {
                    return List.of(actor);
                }
            }
            """;

    private static final String RECORDING = """
            void handle(SendMessage command) {
                    if (command.content().text().equals("/leave")) {
                        apply(new chat.parley.events.MemberDeparted(command.conversation(), command.author()));
                        return;
                    }
                    if (command.content().text().equals("/topic")) {
                        apply(new chat.parley.events.TopicNoted(command.conversation(), command.author(), "news"));
                        return;
                    }
            """;

    private NewerBuild() {}

    static World.Running start() throws Exception {
        int port = World.INFRASTRUCTURE.port("http-" + UUID.randomUUID());
        ClassLoader classes = classes();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        try {
            ApplicationContextInitializer<ConfigurableApplicationContext> prepare =
                    fresh -> fresh.getBeanFactory().registerSingleton("clock", Clock.systemUTC());
            Object context = Stream.of(classes.loadClass("chat.parley.standalone.Standalone")
                            .getMethods())
                    .filter(method -> method.getName().equals("context"))
                    .findFirst()
                    .orElseThrow()
                    .invoke(
                            null,
                            World.INFRASTRUCTURE,
                            port,
                            Map.<String, Object>of("parley.rabbitmq.analytics", true),
                            prepare);
            return new World.Running(
                    (ConfigurableApplicationContext) context, Http.at(URI.create("http://localhost:" + port)));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The product's own classes anew, those that differ first, and the revision that both builds read as an earlier one; everything else, and the parts it runs on, is shared. */
    private static ClassLoader classes() throws IOException {
        Path changed = compiled();
        List<URL> urls = new ArrayList<>(List.of(changed.toUri().toURL()));
        for (String entry : classPath().split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return new URLClassLoader("newer-build", urls.toArray(URL[]::new), NewerBuild.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                synchronized (getClassLoadingLock(name)) {
                    if (!ofItsOwn(name)) {
                        return super.loadClass(name, resolve);
                    }
                    Class<?> loaded = findLoadedClass(name);
                    return loaded == null ? findClass(name) : loaded;
                }
            }
        };
    }

    private static boolean ofItsOwn(String name) {
        boolean shared = name.startsWith("chat.parley.infrastructure.")
                || name.startsWith("chat.parley.database.")
                || name.startsWith("chat.parley.acceptance.");
        return name.startsWith(FirstMessagesRead.class.getName()) || (name.startsWith("chat.parley.") && !shared);
    }

    private static Path compiled() throws IOException {
        Path sources = FOLDER.resolve("sources");
        Path classes = Files.createDirectories(FOLDER.resolve("classes"));
        List<String> arguments = new ArrayList<>(
                List.of("-d", classes.toString(), "-cp", classPath(), "-proc:none", "-nowarn", "-parameters"));
        arguments.add(write(sources, EVENTS + "TopicNoted.java", TOPIC_NOTED));
        arguments.add(write(sources, EVENTS + "MemberDeparted.java", MEMBER_DEPARTED));
        arguments.add(changed(sources, EVENTS + "EventType.java", "public enum EventType {", """
                public enum EventType {
                    TOPIC_NOTED("parley.conversation.topic-noted", TopicNoted.class),
                    MEMBER_DEPARTED("parley.conversation.member-departed", MemberDeparted.class),
                """));
        arguments.add(changed(
                sources, EVENTS + "ConversationEvent.java", "permits ", "permits TopicNoted, MemberDeparted, "));
        String conversation = changed(sources, CONVERSATION, "void handle(SendMessage command) {", RECORDING);
        arguments.add(
                changed(
                        sources,
                        Path.of(conversation),
                        "case MessageDeleted ",
                        "case chat.parley.events.TopicNoted _, chat.parley.events.MemberDeparted _ -> {}\n case MessageDeleted "));
        arguments.add(changed(
                sources,
                HISTORY,
                "case MessageDeleted ",
                "case chat.parley.events.TopicNoted _, chat.parley.events.MemberDeparted _ -> Stream.of(happened(it));\n"
                        + " case MessageDeleted "));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                .as("the newer build compiles")
                .isZero();
        return classes;
    }

    private static String changed(Path folder, String source, String what, String by) throws IOException {
        return changed(folder, SOURCES.resolve(source), what, by);
    }

    private static String changed(Path folder, Path source, String what, String by) throws IOException {
        String before = Files.readString(source);
        assertThat(before).contains(what);
        return write(folder, source.getFileName().toString(), before.replace(what, by));
    }

    private static String write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(Path.of(name).getFileName());
        Files.createDirectories(folder);
        return Files.writeString(file, text).toString();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
