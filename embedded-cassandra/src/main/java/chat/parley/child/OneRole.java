package chat.parley.child;

import com.google.common.util.concurrent.Uninterruptibles;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.cassandra.auth.AuthenticatedUser;
import org.apache.cassandra.auth.CassandraRoleManager;
import org.apache.cassandra.auth.DataResource;
import org.apache.cassandra.auth.IAuthorizer;
import org.apache.cassandra.auth.IRoleManager;
import org.apache.cassandra.auth.Permission;
import org.apache.cassandra.auth.RoleOptions;
import org.apache.cassandra.auth.RoleResource;
import org.apache.cassandra.config.DatabaseDescriptor;
import org.apache.cassandra.exceptions.RequestExecutionException;
import org.apache.cassandra.schema.Schema;

/**
 * Cassandra's roles where there is to be one: {@code parley}, which has the password of the environment variable below, makes keyspaces, and
 * does as it likes within those. Cassandra itself would make a role that may do everything, with a password that everybody knows, ten
 * seconds after its port has opened; where an earlier run made that one, it goes. All of it is done before the port opens.
 */
public final class OneRole extends CassandraRoleManager {
    public static final String PASSWORD = "PARLEY_CASSANDRA_PASSWORD";

    private static final long LONGEST = TimeUnit.MINUTES.toNanos(1);
    private static final long PAUSE_MS = 500;

    private static final RoleResource PARLEY = RoleResource.role("parley");
    private static final RoleResource DEFAULT = RoleResource.role(DEFAULT_SUPERUSER_NAME);

    @Override
    protected void scheduleSetupTask(Callable<Void> makingTheDefaultRole) {
        long begin = System.nanoTime();
        while (!hasMadeTheOne(System.nanoTime() - begin > LONGEST)) {
            Uninterruptibles.sleepUninterruptibly(PAUSE_MS, TimeUnit.MILLISECONDS);
        }
    }

    /** Cassandra gives each of its requests a few seconds, and after a start a busy machine may need longer. */
    private boolean hasMadeTheOne(boolean isLast) {
        try {
            makeTheOne();
            return true;
        } catch (RequestExecutionException notInTime) {
            if (isLast) {
                throw notInTime;
            }
            return false;
        }
    }

    private void makeTheOne() {
        // Not earlier: this class is made before what that one needs.
        AuthenticatedUser performer = AuthenticatedUser.SYSTEM_USER;
        RoleOptions options = options();
        if (isExistingRole(PARLEY)) {
            alterRole(performer, PARLEY, options);
        } else {
            createRole(performer, PARLEY, options);
        }
        IAuthorizer authorizer = DatabaseDescriptor.getAuthorizer();
        authorizer.grant(performer, Set.of(Permission.CREATE), DataResource.root(), PARLEY);
        // Those of a release in which nobody owned what was made.
        for (String keyspace : Schema.instance.getUserKeyspaces()) {
            DataResource made = DataResource.keyspace(keyspace);
            authorizer.grant(performer, made.applicablePermissions(), made, PARLEY);
        }
        if (isExistingRole(DEFAULT)) {
            dropRole(performer, DEFAULT);
        }
    }

    private static RoleOptions options() {
        String password = System.getenv(PASSWORD);
        if (password == null || password.isBlank()) {
            throw new IllegalStateException(PASSWORD + " is not set");
        }
        RoleOptions options = new RoleOptions();
        options.setOption(IRoleManager.Option.PASSWORD, password);
        options.setOption(IRoleManager.Option.LOGIN, true);
        options.setOption(IRoleManager.Option.SUPERUSER, false);
        return options;
    }
}
