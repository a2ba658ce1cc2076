package chat.parley.log.row;

import chat.parley.events.LogId;
import chat.parley.log.content.DataKeys;
import chat.parley.log.content.PersonalContent;
import chat.parley.log.content.RowSeal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.module.blackbird.BlackbirdModule;

/** Encodes events as rows and reads rows as events. */
@Configuration(proxyBeanMethods = false)
public class RowConfiguration {

    @Bean
    PersonalContent personalContent(DataKeys keys) {
        return new PersonalContent(keys, new SecureRandom());
    }

    @Bean
    EventCodec eventCodec(LogId id, PersonalContent personal) {
        JsonMapper json = JsonMapper.builder().addModule(new BlackbirdModule()).build();
        return new EventCodec(id, json, new ContentCommitment(new SecureRandom()), personal);
    }

    @Bean
    SealedRows sealedRows(EventCodec codec, PersonalContent personal, DataKeys keys) {
        return new SealedRows(codec, new RowDecryptor(personal), new RowSeal(keys));
    }

    @Bean
    UnreadableRows unreadableRows(ObjectProvider<MeterRegistry> meters) {
        return new UnreadableRows(meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    EventRowReader eventRows(LogId id, EventCodec codec, PersonalContent personal, UnreadableRows unreadable) {
        return new EventRowReader(id, codec, new RowDecryptor(personal), unreadable);
    }

    @Bean
    UnreadableRowsHealth eventLogHealthIndicator(UnreadableRows unreadable) {
        return new UnreadableRowsHealth(unreadable);
    }
}
