package chat.parley.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@AnalyzeClasses(packages = "chat.parley", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String EVENTS = "chat.parley.events..";
    private static final String MEMBERSHIP = "chat.parley.membership..";
    private static final String REFUSALS = "chat.parley.refusals..";
    private static final String LOG = "chat.parley.log..";
    private static final String DISTRIBUTION = "chat.parley.distribution..";
    private static final String ACCESS = "chat.parley.access..";
    private static final String CONTRACTS = "chat.parley.contracts..";
    private static final String VIEWS = "chat.parley.views..";
    private static final String COMMAND = "chat.parley.command..";
    private static final String PROJECTIONS = "chat.parley.projections..";
    private static final String THROTTLING = "chat.parley.throttling..";
    private static final String QUERY = "chat.parley.query..";
    private static final String GATEWAY = "chat.parley.gateway..";

    @ArchTest
    static final ArchRule THE_PUBLISHED_LANGUAGE_KNOWS_NO_FRAMEWORK_BUT_JACKSONS_ANNOTATIONS = classes()
            .that()
            .resideInAnyPackage(EVENTS, MEMBERSHIP, REFUSALS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    EVENTS,
                    MEMBERSHIP,
                    REFUSALS,
                    "java..",
                    "com.fasterxml.jackson.annotation..",
                    "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule THE_COMMAND_SIDE_KNOWS_NO_OTHER_SERVICE = apart(COMMAND, PROJECTIONS, QUERY, GATEWAY);

    @ArchTest
    static final ArchRule THE_PROJECTIONS_KNOW_NO_OTHER_SERVICE = apart(PROJECTIONS, COMMAND, QUERY, GATEWAY);

    @ArchTest
    static final ArchRule THE_QUERY_SIDE_KNOWS_NO_OTHER_SERVICE = apart(QUERY, COMMAND, PROJECTIONS, GATEWAY);

    @ArchTest
    static final ArchRule THE_GATEWAY_KNOWS_NO_OTHER_SERVICE = apart(GATEWAY, COMMAND, PROJECTIONS, QUERY);

    @ArchTest
    static final ArchRule THE_LOG_KNOWS_ONLY_THE_PUBLISHED_LANGUAGE = noClasses()
            .that()
            .resideInAnyPackage(LOG)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DISTRIBUTION, ACCESS, CONTRACTS, VIEWS, COMMAND, PROJECTIONS, QUERY, GATEWAY);

    @ArchTest
    static final ArchRule THE_VIEWS_KNOW_ONLY_THE_PUBLISHED_LANGUAGE = noClasses()
            .that()
            .resideInAnyPackage(VIEWS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(LOG, DISTRIBUTION, ACCESS, CONTRACTS, COMMAND, PROJECTIONS, QUERY, GATEWAY);

    @ArchTest
    static final ArchRule THE_GATEWAY_KNOWS_NEITHER_THE_LOG_NOR_JDBC = noClasses()
            .that()
            .resideInAnyPackage(GATEWAY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(LOG, "org.springframework.jdbc..", "java.sql..");

    @ArchTest
    static final ArchRule AXON_IS_NAMED_ONLY_IN_THE_COMMAND_SIDE = onlyIn("org.axonframework..", COMMAND);

    @ArchTest
    static final ArchRule CASSANDRA_AND_REDIS_ARE_NAMED_ONLY_IN_THE_VIEWS_AND_WHERE_REQUESTS_ARE_COUNTED = noClasses()
            .that(not(resideInAnyPackage(VIEWS, THROTTLING, "chat.parley.infrastructure..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.data.cassandra..", "org.springframework.data.redis..");

    /** See docs/adr/0036. */
    @ArchTest
    static final ArchRule THE_DRIVER_OF_CASSANDRA_IS_NAMED_ONLY_WHERE_SPRING_OFFERS_LESS = noClasses()
            .that()
            .haveNameNotMatching(
                    "chat\\.parley\\.views\\.history\\.(CassandraConfiguration|HistoryKeyspace|CassandraHistoryWriter|SharedRequests)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.datastax..");

    @ArchTest
    static final ArchRule THE_DRIVER_OF_REDIS_IS_NAMED_ONLY_WHERE_IT_IS_SET_UP = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("chat.parley.views.presence.LettuceConfiguration")
            .and()
            .doNotHaveFullyQualifiedName("chat.parley.throttling.RedisBuckets")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.lettuce..");

    @ArchTest
    static final ArchRule TOKEN_BUCKETS_ARE_NAMED_ONLY_WHERE_REQUESTS_ARE_COUNTED =
            onlyIn("io.github.bucket4j..", THROTTLING);

    @ArchTest
    static final ArchRule AMQP_IS_NAMED_ONLY_WHERE_SOMETHING_IS_PUBLISHED_OR_CONSUMED =
            onlyIn("org.springframework.amqp..", DISTRIBUTION, ACCESS, GATEWAY);

    /** See docs/adr/0032. */
    @ArchTest
    static final ArchRule THE_DRIVER_OF_RABBITMQ_IS_NAMED_ONLY_WHERE_SPRING_OFFERS_LESS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("chat.parley.distribution.Broker")
            .and()
            .doNotHaveFullyQualifiedName("chat.parley.distribution.ConfirmedPublisher")
            .and()
            .doNotHaveFullyQualifiedName("chat.parley.distribution.Subscription")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.rabbitmq..");

    @ArchTest
    static final ArchRule THE_KEY_SERVICE_IS_NAMED_ONLY_WHERE_KEYS_ARE_WRAPPED =
            onlyIn("software.amazon.awssdk.services.kms..", "chat.parley.log.content..");

    @ArchTest
    static final ArchRule THE_OBJECT_STORE_IS_NAMED_IN_ONE_PACKAGE =
            onlyIn("software.amazon.awssdk.services.s3..", "chat.parley.command.objects..");

    @ArchTest
    static final ArchRule PICTURES_ARE_DECODED_IN_ONE_PACKAGE =
            onlyIn("javax.imageio..", "chat.parley.command.picture..");

    @ArchTest
    static final ArchRule FLYWAY_IS_NAMED_ONLY_WHERE_SCHEMAS_ARE_MIGRATED =
            onlyIn("org.flywaydb..", "chat.parley.database..");

    @ArchTest
    static final ArchRule WEBSOCKETS_ARE_NAMED_ONLY_IN_THE_GATEWAY =
            onlyIn("org.springframework.web.socket..", GATEWAY);

    @ArchTest
    static final ArchRule SLICES_OF_CONVERSATION_DO_NOT_KNOW_EACH_OTHER =
            slices().matching("chat.parley.command.conversation.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule PARTS_OF_THE_LOG_BUILD_ON_EACH_OTHER_ONE_WAY =
            slices().matching("chat.parley.log.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PACKAGES_NAME_CAPABILITIES = noClasses()
            .should()
            .resideInAnyPackage("..common..", "..util..", "..utils..", "..core..", "..helper..", "..helpers..");

    @ArchTest
    static final ArchRule CLASSES_NAME_WHAT_THEY_ARE =
            noClasses().should().haveNameMatching(".*(Manager|Impl|Helper|Utils?)$");

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS =
            noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class);

    private static ArchRule apart(String service, String... others) {
        return noClasses()
                .that()
                .resideInAnyPackage(service)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }

    private static ArchRule onlyIn(String library, String... places) {
        return noClasses()
                .that(not(resideInAnyPackage(places)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library);
    }
}
