package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.earlyhelphub.endtoend.RunningHub.JSON;
import static uk.earlyhelphub.endtoend.RunningHub.get;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API is generated, and kept beside the code; run with {@code -Dhub.regenerate=true} to renew it. */
class ApiDescriptionTest {
    private static final Path KEPT = Path.of("../docs/openapi.json");

    @Test
    void is_up_to_date() throws IOException {
        var served = (ObjectNode) get("omar", "/v3/api-docs").json();
        served.remove("servers");
        if (Boolean.getBoolean("hub.regenerate")) {
            Files.writeString(KEPT, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(served) + "\n");
        }
        assertThat(served.get("openapi").asString()).startsWith("3.1");
        assertThat(JSON.readTree(Files.readString(KEPT))).isEqualTo(served);
    }

    /** The description names bodies by their simple name: two of one name would describe each other's fields. */
    @Test
    void no_two_forms_share_a_name() {
        var forms = RunningHub.CONTEXT
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .values()
                .stream()
                .flatMap(method -> Arrays.stream(method.getMethodParameters()))
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .map(MethodParameter::getParameterType)
                .distinct()
                .toList();
        assertThat(forms).hasSizeGreaterThan(30);
        assertThat(forms.stream().map(Class::getSimpleName)).doesNotHaveDuplicates();
    }
}
