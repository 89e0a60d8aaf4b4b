package uk.earlyhelphub.query.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import uk.earlyhelphub.events.serviceoffer.CapacityChanged;
import uk.earlyhelphub.events.serviceoffer.PlaceFreed;
import uk.earlyhelphub.events.serviceoffer.ServiceOfferWithdrawn;
import uk.earlyhelphub.query.fixture.AFamily;
import uk.earlyhelphub.query.fixture.ProjectionTest;

class DirectoryProjectionTest extends ProjectionTest<DirectoryProjection> {
    DirectoryProjectionTest() {
        super(new DirectoryProjection());
    }

    @Test
    void it_keeps_how_many_places_there_are_and_how_many_are_taken() {
        new AFamily(fixture).livesThroughAll();
        fixture.project(projection);
        assertThat(one("select name || ' ' || taken || '/' || places from service_offer", String.class))
                .isEqualTo("School mornings 1/1");
        fixture.happened(
                AFamily.OFFER.value(),
                new CapacityChanged(AFamily.OFFER, 4, "a second worker"),
                new PlaceFreed(AFamily.OFFER, AFamily.FIRST),
                new ServiceOfferWithdrawn(AFamily.OFFER, "the grant ended", LocalDate.of(2026, 11, 20)));
        fixture.project(projection);
        assertThat(one("select taken || '/' || places || ' ' || withdrawn from service_offer", String.class))
                .isEqualTo("0/4 true");
    }

    @Test
    void a_service_is_never_entered_twice() {
        new AFamily(fixture).livesThroughAll();
        fixture.project(projection);
        assertThatThrownBy(() -> fixture.apply(
                        projection,
                        fixture.history().stream().filter(projection::concerns).toList()))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(one("select taken from service_offer", Integer.class)).isEqualTo(1);
    }
}
