package uk.earlyhelphub.platform.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.earlyhelphub.events.kernel.Bounds;
import uk.earlyhelphub.platform.commands.CommandRule;

/** The codes of the shared edge, and the catalogue of all that any module brings. */
@Configuration(proxyBeanMethods = false)
public class PlatformCodes {

    @Bean
    ReasonCodes codesOfThePlatform() {
        return ReasonCodes.of(Bounds.values(), CommandRule.values(), EdgeRule.values(), EdgeCode.values());
    }

    @Bean
    ReasonCatalogue reasonCatalogue(List<ReasonCodes> codes) {
        return new ReasonCatalogue(codes);
    }
}
