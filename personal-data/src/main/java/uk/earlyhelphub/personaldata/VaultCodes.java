package uk.earlyhelphub.personaldata;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.earlyhelphub.platform.web.ReasonCodes;

/** The vault's rules, for the pages of help. */
@Configuration(proxyBeanMethods = false)
public class VaultCodes {

    @Bean
    ReasonCodes codesOfTheVault() {
        return ReasonCodes.of(VaultRule.values());
    }
}
