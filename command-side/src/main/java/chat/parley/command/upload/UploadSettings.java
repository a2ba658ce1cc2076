package chat.parley.command.upload;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much people may upload.
 *
 * @param largest file of a message
 * @param space for all files of one person's messages together
 */
@ConfigurationProperties("parley.uploads")
public record UploadSettings(
        @DefaultValue("2GB") DataSize largest,
        @DefaultValue("5GB") DataSize space) {}
