package chat.parley.load.seed;

import chat.parley.events.AccountDetails;
import chat.parley.events.AccountRegistered;
import chat.parley.events.EventId;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.load.product.DataFolder;
import chat.parley.log.EventLog;
import chat.parley.log.EventLogConfiguration;
import chat.parley.log.Metadata;
import chat.parley.log.NewEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Accounts with a session each. Credentials and sessions go into their tables by batched inserts, without a password hash, which would cost a
 * tenth of a second each. The registrations go through the product's own event log: a person's details are encrypted with their own data
 * key, so that no row can be copied from another.
 */
final class SeededAccounts {

    private static final int TOGETHER = 250;
    private static final int SECRET_BYTES = 32;
    /** No password has this hash: these people come with the refresh token of their session only. */
    private static final String NO_PASSWORD = "!";

    @Configuration(proxyBeanMethods = false)
    @Import(EventLogConfiguration.class)
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class})
    static class Log {}

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final EventLog log;
    private final SecureRandom random = new SecureRandom();
    private final OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);

    private SeededAccounts(JdbcTemplate jdbc, TransactionTemplate transaction, EventLog log) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.log = log;
    }

    /** Registers that many people whose usernames begin with the prefix. */
    static List<SeededAccount> register(DataFolder data, String prefix, int count) {
        try (ConfigurableApplicationContext context = log(data)) {
            SeededAccounts accounts = new SeededAccounts(
                    new JdbcTemplate(context.getBean(javax.sql.DataSource.class)),
                    new TransactionTemplate(context.getBean(PlatformTransactionManager.class)),
                    context.getBean(EventLog.class));
            List<SeededAccount> all = IntStream.range(0, count)
                    .mapToObj(index -> accounts.account(prefix + index))
                    .toList();
            for (int from = 0; from < count; from += TOGETHER) {
                accounts.register(all.subList(from, Math.min(count, from + TOGETHER)));
            }
            return all;
        }
    }

    private static ConfigurableApplicationContext log(DataFolder data) {
        return new SpringApplicationBuilder(Log.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .logStartupInfo(false)
                .properties(Map.of(
                        "spring.datasource.url", data.jdbcUrl(),
                        "spring.datasource.username", DataFolder.OWNER,
                        "spring.datasource.password", data.secret("postgresql.password"),
                        "parley.secret.master", data.secret("master"),
                        "logging.level.root", "off"))
                .run();
    }

    private SeededAccount account(String username) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new SeededAccount(
                UUID.randomUUID(),
                username,
                UUID.randomUUID(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** As a registration does it: the append comes last in the transaction. */
    private void register(List<SeededAccount> accounts) {
        transaction.executeWithoutResult(_ -> {
            jdbc.batchUpdate(
                    "INSERT INTO accounts.credential (account, username, password_hash, created_at) VALUES (?, ?, ?, ?)",
                    accounts.stream()
                            .map(account -> new Object[] {account.user(), account.username(), NO_PASSWORD, now})
                            .toList());
            jdbc.batchUpdate(
                    """
                    INSERT INTO accounts.session (id, account, device, created_at, last_used_at, refresh_hash)
                    VALUES (?, ?, 'load', ?, ?, ?)
                    """,
                    accounts.stream()
                            .map(account ->
                                    new Object[] {account.session(), account.user(), now, now, hash(account.secret())})
                            .toList());
            List<NewEvent> registrations = new ArrayList<>(accounts.size());
            accounts.forEach(account -> registrations.add(registration(account)));
            log.append(registrations);
        });
    }

    private static NewEvent registration(SeededAccount account) {
        UserId user = new UserId(account.user());
        AccountDetails details =
                new AccountDetails(account.username(), account.username(), account.username() + "@example.org", null);
        return new NewEvent(
                new EventId(UUID.randomUUID()),
                0,
                new AccountRegistered(user, details),
                null,
                new Metadata(user, new SessionId(account.session()), UUID.randomUUID(), null));
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
