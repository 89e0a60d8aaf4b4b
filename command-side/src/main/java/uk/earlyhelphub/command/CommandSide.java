package uk.earlyhelphub.command;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Everything people may do, for whoever assembles a process. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class CommandSide {}
