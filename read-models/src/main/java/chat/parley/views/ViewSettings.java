package chat.parley.views;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The generation of each view that is read and written. A rebuilt view is a new generation beside the old one, filled by
 * projections that write it.
 */
@ConfigurationProperties("parley.views")
public record ViewSettings(
        @DefaultValue Generations history, @DefaultValue Generations directory) {

    /**
     * One view's generations, counted from 1.
     *
     * @param read the generation that queries read
     * @param written the generation that events are stored in
     */
    public record Generations(
            @DefaultValue("1") int read, @DefaultValue("1") int written) {

        public Generations {
            if (read < 1 || written < 1) {
                throw new IllegalArgumentException("generations of a view are counted from 1");
            }
        }
    }
}
