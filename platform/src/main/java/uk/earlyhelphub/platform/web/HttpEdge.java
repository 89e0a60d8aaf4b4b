package uk.earlyhelphub.platform.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import uk.earlyhelphub.platform.web.connection.ReceptionValve;
import uk.earlyhelphub.platform.web.connection.TimelyHttpProtocol;

/** What stands around every request: how long it may take to arrive, how many there may be, and what every answer says. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpSettings.class)
class HttpEdge {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connections(HttpSettings settings) {
        return tomcat -> {
            tomcat.setProtocol(TimelyHttpProtocol.class.getName());
            tomcat.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof TimelyHttpProtocol http) {
                    http.limits(settings.receiveWithin(), settings.connectionsPerAddress());
                }
            });
            tomcat.addEngineValves(new ReceptionValve());
            tomcat.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.getPipeline().addValve(new SecurityHeaders());
                    host.setErrorReportValveClass(BareProblems.class.getName());
                }
            });
        };
    }

    @Bean
    FilterRegistrationBean<CachedBodyFilter> cachedBody() {
        var registration = new FilterRegistrationBean<>(new CachedBodyFilter());
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 10);
        return registration;
    }

    @Bean
    FilterRegistrationBean<CallerLimitFilter> callerLimit(HttpSettings settings) {
        var registration = new FilterRegistrationBean<>(new CallerLimitFilter(settings.requestsPerCaller()));
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 9);
        return registration;
    }
}
