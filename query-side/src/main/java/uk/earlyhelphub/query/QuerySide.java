package uk.earlyhelphub.query;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Everything people may read, for whoever assembles a process. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class QuerySide {}
