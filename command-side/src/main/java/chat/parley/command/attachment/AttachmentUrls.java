package chat.parley.command.attachment;

import chat.parley.command.objects.ObjectKeys;
import chat.parley.command.objects.ObjectStore;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Addresses that files are fetched from. The same one is given for a while, so that browsers keep what they have fetched from it. */
@Component
class AttachmentUrls {

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final Duration GIVEN_FOR = Duration.ofMinutes(2).plusSeconds(30);
    private static final int MOST = 50_000;

    /** @param until when it is good */
    record Signed(String url, Instant until) {

        /** Keeps the signature out of logs. */
        @Override
        public String toString() {
            return "Signed";
        }
    }

    private record Served(String key, Variant variant) {}

    private final ObjectStore objects;
    private final Clock clock;
    private final Cache<Served, Signed> given =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(GIVEN_FOR).build();

    AttachmentUrls(ObjectStore objects, ObjectProvider<Clock> clock) {
        this.objects = objects;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    Signed of(VisibleAttachments.Found found, Variant variant) {
        String key =
                ObjectKeys.attachment(found.upload().owner(), found.upload().id(), variant.name());
        return given.get(new Served(key, variant), this::sign);
    }

    private Signed sign(Served served) {
        Variant variant = served.variant();
        String url = objects.signGet(served.key(), variant.type(), variant.disposition(), GOOD_FOR)
                .url();
        return new Signed(url, clock.instant().plus(GOOD_FOR));
    }
}
