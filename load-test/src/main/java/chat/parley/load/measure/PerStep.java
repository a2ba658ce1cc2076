package chat.parley.load.measure;

import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One of something for each step. */
public record PerStep<T>(T acknowledged, T delivered, T read) {

    public static <T> PerStep<T> make(Supplier<T> one) {
        return new PerStep<>(one.get(), one.get(), one.get());
    }

    public T of(Step step) {
        return switch (step) {
            case ACKNOWLEDGED -> acknowledged;
            case DELIVERED -> delivered;
            case READ -> read;
        };
    }

    public <R> PerStep<R> map(Function<? super T, ? extends R> change) {
        return new PerStep<>(change.apply(acknowledged), change.apply(delivered), change.apply(read));
    }

    public Stream<T> stream() {
        return Stream.of(acknowledged, delivered, read);
    }
}
