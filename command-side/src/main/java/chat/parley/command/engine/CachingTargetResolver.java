package chat.parley.command.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Finds the annotated method of a command class once; Axon's own resolver searches for each command. */
final class CachingTargetResolver implements CommandTargetResolver {

    private final ClassValue<MethodHandle> methods = new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> command) {
            Method annotated = Stream.of(command.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(TargetAggregateIdentifier.class))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(command + " names no aggregate"));
            annotated.setAccessible(true);
            try {
                return MethodHandles.lookup()
                        .unreflect(annotated)
                        .asType(MethodType.methodType(Object.class, Object.class));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        try {
            Object target = methods.get(command.getPayloadType()).invokeExact((Object) command.getPayload());
            return new VersionedAggregateIdentifier(target, null);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
