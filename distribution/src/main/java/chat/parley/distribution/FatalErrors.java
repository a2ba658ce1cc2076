package chat.parley.distribution;

/** Distinguishes failures that a loop must survive from fatal ones. */
public final class FatalErrors {

    private FatalErrors() {}

    /**
     * Whether the JVM itself fails, so that nothing in this process can be relied on. A stack overflow is not fatal, because
     * the stack is unwound.
     */
    public static boolean isFatal(Throwable failure) {
        return failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError);
    }

    /** To be called first in a catch block that goes on after an error. */
    public static void rethrowIfFatal(Throwable failure) {
        if (failure instanceof Error error && isFatal(error)) {
            throw error;
        }
    }
}
