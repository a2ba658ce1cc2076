package chat.parley.views;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which generation of each view's store is in use. A store is named by its generation, so that a view that has to be made anew grows
 * beside the one that is read, by projections that are told to write the next generation.
 */
@ConfigurationProperties("parley.views")
public record ViewSettings(
        @DefaultValue Generations history, @DefaultValue Generations directory) {

    /**
     * One view's generations, counted from 1.
     *
     * @param read what queries are answered from
     * @param written what events are stored in
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
