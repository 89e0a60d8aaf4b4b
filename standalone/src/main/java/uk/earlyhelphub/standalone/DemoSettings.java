package uk.earlyhelphub.standalone;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demonstration.
 *
 * @param families whether sixty invented families are made at the first start, if there are demo sign-ins
 */
@ConfigurationProperties(prefix = "hub.demo", ignoreUnknownFields = false)
record DemoSettings(@DefaultValue("true") boolean families) {}
