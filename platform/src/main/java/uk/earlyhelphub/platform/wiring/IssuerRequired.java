package uk.earlyhelphub.platform.wiring;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import uk.earlyhelphub.platform.start.StartRefused;

/** Somebody must say who people are. Looked at before the database is touched. */
final class IssuerRequired implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (beans.getBeanNamesForType(JwtDecoder.class, true, false).length == 0) {
            throw new StartRefused(
                    "Nothing says whose sign-ins are to be believed.",
                    "Give the URL of your organisation's OpenID Connect issuer in spring.security.oauth2.resourceserver.jwt.issuer-uri."
                            + " The demo's sign-ins exist only on the database that comes along: docs/own-postgresql.md.");
        }
    }
}
