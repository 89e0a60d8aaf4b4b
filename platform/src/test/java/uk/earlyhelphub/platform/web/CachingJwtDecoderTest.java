package uk.earlyhelphub.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class CachingJwtDecoderTest {
    private static final String ISSUED = "e30.e30.AAECAwQF";

    /** As lenient as a decoder can be: it believes everything. */
    private final CachingJwtDecoder decoder = new CachingJwtDecoder(token ->
            Jwt.withTokenValue(token).header("alg", "RS256").claim("sub", "amy").build());

    @Test
    void a_token_as_it_was_issued_is_handed_on() {
        assertThat(decoder.decode(ISSUED).getSubject()).isEqualTo("amy");
    }

    /** A character more, padding, and a last character whose spare bits differ all decode to the same bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"A", "=", "/", " "})
    void a_token_with_a_character_more_is_refused(String more) {
        assertThatThrownBy(() -> decoder.decode(ISSUED + more)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void a_token_that_spells_the_same_bytes_otherwise_is_refused() {
        assertThat(decoder.decode("e30.e30.AAECAwQ").getSubject()).isEqualTo("amy");
        assertThatThrownBy(() -> decoder.decode("e30.e30.AAECAwR")).isInstanceOf(BadJwtException.class);
    }
}
