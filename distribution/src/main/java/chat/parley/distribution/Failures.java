package chat.parley.distribution;

/** Tells what a loop survives: one failure must not end what everyone else waits for. */
public final class Failures {

    private Failures() {}

    /** The JVM itself fails, so that nothing in this process can be relied on any more; a stack that was too deep is unwound again. */
    public static boolean isFatal(Throwable failure) {
        return failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError);
    }

    /** To be called first by whoever catches an error in order to go on. */
    public static void rethrowIfFatal(Throwable failure) {
        if (failure instanceof Error error && isFatal(error)) {
            throw error;
        }
    }
}
