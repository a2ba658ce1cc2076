package chat.parley.command.linkpreview;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Previews of pages that messages link to.
 *
 * @param enabled false if this deployment looks at no pages
 * @param alsoAllowed ranges of addresses that are looked at though they are not public, such as {@code 10.1.0.0/16}
 * @param anyPort true if pages are looked at on other ports than 80 and 443 too
 */
@ConfigurationProperties("parley.link-previews")
record LinkPreviewSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue List<String> alsoAllowed,
        @DefaultValue("false") boolean anyPort) {

    LinkPreviewSettings {
        alsoAllowed = List.copyOf(alsoAllowed);
        alsoAllowed.forEach(AddressRange::of);
    }
}
