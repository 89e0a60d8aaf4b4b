package uk.earlyhelphub.standalone;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.earlyhelphub.platform.web.Caller;

/** How the API describes itself. The caller comes from the token and is no parameter. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Early Help Hub")
                        .version("1")
                        .description(
                                "Every command takes an Idempotency-Key, and an If-Match with the ETag of an earlier answer. What goes wrong is answered as RFC 9457 problems.")
                        .license(new License().name("Apache-2.0")));
    }
}
