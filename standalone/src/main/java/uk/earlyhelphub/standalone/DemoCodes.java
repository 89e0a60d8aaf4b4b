package uk.earlyhelphub.standalone;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.earlyhelphub.platform.web.ReasonCodes;

/** The demonstration's rules, for the pages of help. */
@Configuration(proxyBeanMethods = false)
class DemoCodes {

    @Bean
    ReasonCodes codesOfTheDemonstration() {
        return ReasonCodes.of(DemoRule.values());
    }
}
