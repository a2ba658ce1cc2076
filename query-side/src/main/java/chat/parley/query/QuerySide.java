package chat.parley.query;

import chat.parley.access.AccessConfiguration;
import chat.parley.log.EventLogConfiguration;
import chat.parley.views.ReadModelsConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/** The query side, alone or beside other services in one context. */
@Configuration(proxyBeanMethods = false)
@Import({AccessConfiguration.class, EventLogConfiguration.class, ReadModelsConfiguration.class})
@ComponentScan(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = QuerySideApplication.class))
@PropertySource("classpath:chat/parley/query/query-defaults.properties")
public class QuerySide {}
