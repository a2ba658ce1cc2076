package chat.parley.views.history;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.cassandra.core.cql.PrimaryKeyType;
import org.springframework.data.cassandra.core.mapping.Column;
import org.springframework.data.cassandra.core.mapping.PrimaryKeyColumn;
import org.springframework.data.cassandra.core.mapping.Table;

/** How far one member has come, by what brought them there. */
@Table("watermark")
record WatermarkRow(
        @PrimaryKeyColumn(ordinal = 0, type = PrimaryKeyType.PARTITIONED)
        UUID conversation,

        @PrimaryKeyColumn(ordinal = 1, type = PrimaryKeyType.PARTITIONED)
        long bucket,

        @PrimaryKeyColumn(ordinal = 2) UUID member,
        @Nullable Long joined,
        @Nullable Long delivered,
        @Nullable Long read,
        @Column("read_undisclosed") @Nullable Long readUndisclosed,
        @Nullable Long sent) {

    static final String COLUMNS = "conversation, bucket, member, joined, delivered, read, read_undisclosed, sent";

    /** 0 where there is none. */
    long upTo(Watermark watermark) {
        Long number = switch (watermark) {
            case JOINED -> joined;
            case DELIVERED -> delivered;
            case READ -> read;
            case READ_UNDISCLOSED -> readUndisclosed;
            case SENT -> sent;
        };
        return number == null ? 0 : number;
    }

    Watermarks watermarks() {
        long disclosed = Math.max(Math.max(upTo(Watermark.READ), upTo(Watermark.SENT)), upTo(Watermark.JOINED));
        return new Watermarks(
                Math.max(upTo(Watermark.DELIVERED), disclosed),
                disclosed,
                Math.max(disclosed, upTo(Watermark.READ_UNDISCLOSED)));
    }
}
