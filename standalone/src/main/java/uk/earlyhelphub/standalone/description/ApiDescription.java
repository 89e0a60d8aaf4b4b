package uk.earlyhelphub.standalone.description;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.earlyhelphub.api.ApiVersions;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.FileContent;
import uk.earlyhelphub.api.KeyHeaders;

/** How the API describes itself. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String ABOUT = """
            Commands are POSTs that take an Idempotency-Key: sent again with the same key they have the same effect once and get the \
            same answer. With an If-Match they are carried out only at the version that the sender has seen. What is not done is \
            answered as an RFC 9457 problem, whose code never changes its name and whose type leads to a page of help. Whatever is not \
            the sender's looks as if it did not exist: 404. Within a version things are added, never taken away: read over fields that \
            you do not know.""";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CommandHeaders.class, KeyHeaders.class);
        SpringDocUtils.getConfig().replaceWithSchema(FileContent.class, new BinarySchema());
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Early Help Hub")
                        .version(ApiVersions.DEFAULT)
                        .description(ABOUT)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    @Bean
    OperationCustomizer operationsSayMore() {
        return new DescribedOperations();
    }

    @Bean
    OpenApiCustomizer sharedParts() {
        return new SharedParts();
    }

    @Bean
    OpenApiCustomizer boundsOfForms() {
        return new DescribedBounds();
    }
}
