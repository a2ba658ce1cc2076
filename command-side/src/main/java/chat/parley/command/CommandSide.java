package chat.parley.command;

import chat.parley.access.AccessConfiguration;
import chat.parley.access.AccessTokenConfiguration;
import chat.parley.command.schema.CommandSchemas;
import chat.parley.distribution.DistributionConfiguration;
import chat.parley.log.EventLogConfiguration;
import javax.sql.DataSource;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The command side without its main class, so that it can also run inside a process of all services; therefore its beans
 * have fully qualified names.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    EventLogConfiguration.class,
    DistributionConfiguration.class,
    AccessConfiguration.class,
    AccessTokenConfiguration.class
})
@ComponentScan(
        basePackageClasses = CommandSide.class,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Application"))
@EntityScan(basePackageClasses = CommandSide.class)
@EnableJpaRepositories(
        basePackageClasses = CommandSide.class,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableScheduling
@PropertySource("classpath:chat/parley/command/command-side.properties")
public class CommandSide {

    @Bean
    CommandSchemas commandSchemas(DataSource dataSource) {
        return CommandSchemas.current(dataSource);
    }

    /**
     * Hibernate validates the tables and never changes them. The parameter makes it wait until the schemas are known to be
     * current.
     */
    @Bean
    HibernatePropertiesCustomizer accountsAreValidatedOnly(@SuppressWarnings("unused") CommandSchemas schemas) {
        return properties -> properties.put("hibernate.hbm2ddl.auto", "validate");
    }
}
