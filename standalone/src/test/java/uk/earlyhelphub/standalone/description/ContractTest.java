package uk.earlyhelphub.standalone.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Validation;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.events.kernel.Bounds;

/** What is checked of the contract without a running Hub. */
class ContractTest {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void every_operation_says_what_it_does_and_for_whom() {
        assertThat(Contract.operations()).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.getDeclaringClass().getAnnotation(Tag.class))
                    .as("tag of %s", operation)
                    .isNotNull();
            assertThat(operation.getAnnotation(Operation.class))
                    .as("summary of %s", operation)
                    .isNotNull();
            assertThat(operation.getAnnotation(Operation.class).summary()).isNotBlank();
            assertThat(operation.getAnnotation(ForWhom.class))
                    .as("for whom %s is", operation)
                    .isNotNull();
        });
        assertThat(Contract.operations().stream()
                        .map(o -> o.getAnnotation(Operation.class).operationId()))
                .doesNotContain("")
                .doesNotHaveDuplicates();
    }

    /** The description names types by their simple name: two of one name would describe each other's fields. */
    @Test
    void no_two_types_of_the_contract_share_a_name() {
        assertThat(Contract.types().stream().map(Class::getSimpleName)).doesNotHaveDuplicates();
    }

    static Stream<Class<?>> bodies() {
        return Contract.bodies().stream();
    }

    /** An example that its own record refuses would teach everybody the wrong thing. */
    @ParameterizedTest
    @MethodSource("bodies")
    void a_body_has_an_example_that_it_accepts(Class<?> body) throws IOException {
        var name = "/examples/" + body.getSimpleName() + ".json";
        try (var file = body.getResourceAsStream(name)) {
            assertThat(file).as(name).isNotNull();
            var example = STRICT.readValue(file, body);
            try (var validation = Validation.buildDefaultValidatorFactory()) {
                assertThat(validation.getValidator().validate(example)).isEmpty();
            }
            if (example instanceof Record form) {
                assertThat(Bounds.broken(form)).isEmpty();
            }
        }
    }
}
