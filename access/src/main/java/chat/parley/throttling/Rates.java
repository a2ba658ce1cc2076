package chat.parley.throttling;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConfigurationBuilder;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.convert.DurationStyle;

/** One rate or several that apply together, written as {@code 5/15s 20/10m}. */
public record Rates(List<Rate> each) {

    /** So many times within a period, in a burst or spread over it. */
    public record Rate(long times, Duration period) {

        public Rate {
            if (times < 1 || !period.isPositive()) {
                throw new IllegalArgumentException("a rate permits something once or more within some time");
            }
        }

        static Rate of(String text) {
            String[] parts = text.split("/", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException("a rate is a number and a period, such as 5/15s");
            }
            return new Rate(Long.parseLong(parts[0]), DurationStyle.SIMPLE.parse(parts[1]));
        }

        @Override
        public String toString() {
            return times + "/" + DurationStyle.SIMPLE.print(period);
        }
    }

    public Rates {
        each = List.copyOf(each);
    }

    /** Also how a setting is read. */
    public static Rates valueOf(String text) {
        return new Rates(Stream.of(text.strip().split("[\\s,]+")).map(Rate::of).toList());
    }

    BucketConfiguration configuration() {
        ConfigurationBuilder buckets = BucketConfiguration.builder();
        each.forEach(rate ->
                buckets.addLimit(limit -> limit.capacity(rate.times()).refillGreedy(rate.times(), rate.period())));
        return buckets.build();
    }
}
