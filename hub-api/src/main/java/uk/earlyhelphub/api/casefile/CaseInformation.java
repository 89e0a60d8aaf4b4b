package uk.earlyhelphub.api.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.privacy.InformationCategory;

/**
 * Something recorded about a person under one of the notice's five categories.
 *
 * @param <T> how texts are shown
 * @param source who told it
 */
public record CaseInformation<T>(
        String informationId,
        String personId,
        InformationCategory category,
        String kind,
        T text,
        T source,
        @Nullable LocalDate statedOn) {}
