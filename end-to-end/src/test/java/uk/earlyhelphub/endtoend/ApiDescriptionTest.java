package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.earlyhelphub.endtoend.RunningHub.JSON;
import static uk.earlyhelphub.endtoend.RunningHub.get;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API is generated, and kept beside the code; run with {@code -Dhub.regenerate=true} to renew it. */
class ApiDescriptionTest {
    private static final Path KEPT = Path.of("../docs/openapi.json");

    @Test
    void is_up_to_date() throws IOException {
        var served = (ObjectNode) get("amy", "/v3/api-docs").json();
        served.remove("servers");
        if (Boolean.getBoolean("hub.regenerate")) {
            Files.writeString(KEPT, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(served) + "\n");
        }
        assertThat(served.get("openapi").asString()).startsWith("3.1");
        assertThat(JSON.readTree(Files.readString(KEPT))).isEqualTo(served);
    }
}
