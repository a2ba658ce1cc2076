package chat.parley.child;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs the main class named first for as long as standard input stays open, so that it ends with the process that started
 * it, even when that one is killed and can end nothing itself.
 */
public final class ChildMain {
    private static final long MILLISECONDS_TO_END = 4_000;

    private ChildMain() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        daemon("parent-watch", ChildMain::exitWhenInputCloses);
        Class<?> main = Class.forName(arguments[0]);
        try {
            main.getMethod("main", String[].class)
                    .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException thrown) {
            thrown.getCause().printStackTrace();
            System.exit(1);
        }
    }

    private static void exitWhenInputCloses() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException closed) {
            System.err.println("Standard input failed: " + closed);
        }
        daemon("exit-limit", ChildMain::haltWhenExitTakesTooLong);
        System.exit(0);
    }

    private static void haltWhenExitTakesTooLong() {
        try {
            Thread.sleep(MILLISECONDS_TO_END);
        } catch (InterruptedException exiting) {
            return;
        }
        Runtime.getRuntime().halt(1);
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
