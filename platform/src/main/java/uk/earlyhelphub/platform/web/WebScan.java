package uk.earlyhelphub.platform.web;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The shared HTTP edge, for whoever assembles a process. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class WebScan {}
