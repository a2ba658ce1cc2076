package org.apache.cassandra.security;

import java.security.PermissionCollection;
import java.security.Permissions;

/**
 * Stands before Cassandra's class of this name on the class path. Cassandra's installs a security manager, which Java has
 * had none of since version 24; it guards user-defined functions only, and those stay disabled here.
 */
public final class ThreadAwareSecurityManager {
    public static final PermissionCollection noPermissions = new Permissions();

    private ThreadAwareSecurityManager() {}

    public static void install() {}

    public static boolean isSecuredThread() {
        return false;
    }
}
